/** Buttons, fields, error summary, notices. */
export const controlsCss = `
.button{display:inline-flex;align-items:center;justify-content:center;gap:var(--space-3);min-height:3.25rem;padding:var(--space-2) var(--space-6);
  font:inherit;font-weight:700;line-height:1.25;text-align:center;text-decoration:none;cursor:pointer;border-radius:var(--radius);border:2px solid var(--primary);background:var(--primary);color:var(--on-primary)}
.button:hover{background:var(--primary-hover);border-color:var(--primary-hover)}
.button-secondary{background:transparent;color:var(--ink);border-color:var(--line-strong)}
.button-secondary:hover{background:var(--tint);border-color:var(--ink);color:var(--ink)}
.button-quiet{text-align:start;background:transparent;border-color:transparent;color:var(--link);padding-inline:0;font-weight:400;text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:0.18em;min-height:var(--target)}
.button-quiet:hover{background:transparent;border-color:transparent;color:var(--link);text-decoration-thickness:3px}
.button-choice{flex-direction:column;align-items:flex-start;gap:var(--space-1);width:100%;max-width:var(--measure-task);padding:var(--space-4) var(--space-5);font-weight:400;text-align:start;overflow-wrap:anywhere}
.buttons{display:flex;flex-wrap:wrap;align-items:center;gap:var(--space-3) var(--space-5)}
.form>*+*{margin-top:var(--space-5)}
.buttons .form>*+*{margin-top:0}
.field-label{display:block;font-weight:700}
.field-hint{display:block;color:var(--ink-soft);font-size:var(--text-small);line-height:1.5}
.field-error{display:flex;gap:var(--space-2);align-items:flex-start;color:var(--danger);font-weight:700;line-height:1.4}
.field-error svg{margin-top:0.1em}
.field>*+*{margin-top:var(--space-2)}
.choice{display:flex;gap:var(--space-3);align-items:flex-start;min-height:var(--target)}
.choice input{flex:none;width:1.6rem;height:1.6rem;margin:0.15em 0 0;accent-color:var(--primary)}
.input{display:block;width:100%;max-width:26rem;min-height:3.25rem;padding:var(--space-2) var(--space-4);font:inherit;color:var(--ink);background:var(--surface);border:2px solid var(--line-strong);border-radius:var(--radius)}
.input:hover{border-color:var(--ink)}
.input:focus-visible{outline-offset:1px}
.input[aria-invalid=true]{border-color:var(--danger);border-width:3px}
.input-code{max-width:13rem;font-size:1.75rem;font-weight:600;letter-spacing:0.18em;font-variant-numeric:tabular-nums;min-height:4rem}
.with-button{display:flex;flex-wrap:wrap;gap:var(--space-2);max-width:26rem}
.input-text{max-width:none;font-family:ui-monospace,monospace;font-size:0.9375rem;overflow-wrap:anywhere;resize:vertical}
.input-prose{max-width:36rem;resize:vertical}
.with-button .input{flex:1 1 12rem;width:auto}
.with-button .button{min-height:3.25rem;padding-inline:var(--space-4);font-weight:600}
.notice{display:flex;gap:var(--space-4);padding:var(--space-4) var(--space-5);border-radius:var(--radius-large);border:1px solid var(--line-strong);background:var(--tint);max-width:var(--measure-task)}
.time-limit{display:flex;gap:var(--space-4);padding:var(--space-4) var(--space-5);border:1px solid var(--accent);border-radius:var(--radius-large);background:var(--accent-wash);max-width:var(--measure-task);width:calc(100% - 2*var(--space-4));margin:var(--space-4) auto}
.time-limit-body>*+*{margin-top:var(--space-2)}
.time-limit-over{position:fixed;z-index:1;inset:auto 0 var(--space-4);margin-block:0}
.time-limit[hidden]{display:none}
.time-limit-said{max-width:var(--measure-task);margin:var(--space-3) auto 0;padding:0 var(--space-4)}
html:has(.time-limit-over:not([hidden])){scroll-padding-bottom:12rem}
.notice>svg{margin-top:0.12em}
.notice-body{min-width:0}
.notice-body>*+*{margin-top:var(--space-2)}
.notice-title{font-weight:700}
.notice-warning{background:var(--accent-wash);border-color:var(--accent)}
.notice-problem{background:var(--danger-wash);border-color:var(--danger)}
.notice-problem>svg{color:var(--danger)}
.notice-success{background:var(--good-wash);border-color:var(--good)}
.notice-success>svg{color:var(--good)}
.error-summary{padding:var(--space-4) var(--space-5);border:3px solid var(--danger);border-radius:var(--radius-large);background:var(--danger-wash);max-width:var(--measure-task)}
.error-summary:focus{outline:3px solid var(--focus);outline-offset:3px}
.error-summary h2{font-size:var(--text-h3);color:var(--danger)}
.error-summary ul{margin-top:var(--space-1);padding:0;list-style:none}
.error-summary a{color:var(--danger);font-weight:700;display:inline-flex;align-items:center;min-height:var(--target)}
.qr-code{border:1px solid var(--line);border-radius:var(--radius);max-width:100%;height:auto}
.secret-value{overflow-wrap:anywhere;letter-spacing:0.04em}
.copy-text{padding:var(--space-3) var(--space-4);border:1px solid var(--line);border-radius:var(--radius);background:var(--surface);max-width:var(--measure-task)}
.copy-text code{display:block;overflow-wrap:anywhere;user-select:all}
.code-card{border:2px solid var(--line-strong);border-radius:var(--radius-large);padding:var(--space-4) var(--space-5);background:var(--surface);max-width:36rem;break-inside:avoid}
.code-card-codes{list-style:none;padding:0;margin-block:var(--space-3);display:grid;grid-template-columns:repeat(auto-fill,minmax(7rem,1fr));gap:var(--space-1) var(--space-4)}
.code-card-codes code{font-weight:700;letter-spacing:0.08em}
.code-card-place{display:inline-block;min-width:1.6em;text-align:right;color:var(--ink-soft)}
`;

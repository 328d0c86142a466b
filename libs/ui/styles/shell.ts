/** Header, the two columns, footer. */
export const shellCss = `
.container{width:100%;max-width:calc(var(--measure-page) + 2 * var(--space-6));margin-inline:auto;padding-inline:clamp(1rem,4vw,2rem)}
.skip{position:absolute;left:var(--space-4);top:-6rem;z-index:2;padding:var(--space-3) var(--space-5);background:var(--primary);color:var(--on-primary);border-radius:0 0 var(--radius) var(--radius)}
.skip:focus{top:0}
.masthead{background:var(--surface)}
.masthead-row{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:var(--space-2) var(--space-5);padding-block:var(--space-3)}
.wordmark{display:flex;align-items:center;min-height:var(--target);color:var(--ink);text-decoration:none;gap:var(--space-3)}
.wordmark-name{font-weight:800;font-size:1.625rem;letter-spacing:0.01em;line-height:1}
.wordmark-service{font-size:var(--text-body);line-height:1.15;padding-left:var(--space-3);border-left:1px solid var(--line-strong);color:var(--ink-soft)}
.environment{font-size:var(--text-small);line-height:1.3;font-weight:600;color:var(--ink);background:var(--accent-wash);border:1px solid var(--accent);border-radius:99px;padding:0.1rem var(--space-3)}
.tricolour{display:flex;height:4px;border:0;background:var(--line)}
.tricolour span{width:clamp(2.5rem,7vw,4.5rem);forced-color-adjust:none}
.tricolour span:nth-child(1){background:var(--flag-black)}
.tricolour span:nth-child(2){background:var(--flag-yellow)}
.tricolour span:nth-child(3){background:var(--flag-red)}
.tricolour-bar{background:var(--line)}
.languages{display:flex;list-style:none;padding:0;margin-inline:calc(-1 * var(--space-2))}
.languages a,.languages span.language{display:flex;align-items:center;justify-content:center;min-width:var(--target);min-height:var(--target);padding-inline:var(--space-2);font-size:var(--text-small);color:var(--ink);text-decoration:none}
.languages a:hover{text-decoration:underline;text-decoration-thickness:2px}
.languages [aria-current]{font-weight:700;text-decoration:underline;text-decoration-color:var(--accent);text-decoration-thickness:3px;text-underline-offset:0.45em}
.languages .short{display:none}
.main{flex:1;padding-block:clamp(var(--space-5),4vw,var(--space-7)) var(--space-8)}
.main:focus{outline:none}
.layout{display:grid;gap:var(--space-6) var(--space-8);grid-template-columns:minmax(0,1fr)}
.layout-task{min-width:0;max-width:var(--measure-task)}
.layout-full{max-width:none}
.above{margin-bottom:var(--space-5)}
.layout-side{min-width:0;display:grid;gap:var(--space-5);align-content:start}
.card{background:var(--surface);border:1px solid var(--line);border-radius:var(--radius-large);padding:var(--space-5)}
.card h2{font-size:var(--text-h3)}
.ways-out{list-style:none;padding:var(--space-3) 0 0;border-top:1px solid var(--line)}
.ways-out a{display:inline-flex;align-items:center;min-height:var(--target)}
.footer{background:var(--footer-paper);color:var(--footer-ink)}
.footer a{color:inherit}
.footer :focus-visible{outline-color:var(--footer-focus)}
.footer-row{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:var(--space-3) var(--space-6);padding-block:var(--space-5)}
.footer-help{font-size:var(--text-lead);font-weight:700;display:inline-flex;align-items:center;gap:var(--space-3);min-height:var(--target)}
.footer-links{display:flex;flex-wrap:wrap;list-style:none;padding:0;gap:0 var(--space-5)}
.footer-links a{display:inline-flex;align-items:center;min-height:var(--target);font-size:var(--text-small)}
@media (max-width:63.99rem){
  .layout>.service,.layout-side{max-width:var(--measure-task)}
}
@media (max-width:46rem){
  .languages .short{display:inline}
  .languages .long{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
}
@media (max-width:30rem){
  .masthead-row{gap:0 var(--space-4)}
  .wordmark{width:100%;flex-wrap:wrap;row-gap:var(--space-1)}
  .wordmark-service{flex:1 1 9rem;min-width:0}
  .languages{margin-left:-0.7rem}
}
@media (min-width:64rem){
  .layout-wide{grid-template-columns:minmax(0,var(--measure-task)) minmax(17rem,22rem);grid-template-rows:auto 1fr;justify-content:space-between;row-gap:var(--space-5)}
  .layout-wide .layout-task{grid-column:1;grid-row:1/span 2}
  .layout-wide .service,.layout-wide .layout-side{grid-column:2}
}
`;

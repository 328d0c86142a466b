/** Lists of many rows, navigation of staff, charts, checklists. */
export const listsCss = `
.staff-bar{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:0 var(--space-5);border-bottom:1px solid var(--line-strong)}
.staff-links{display:flex;flex-wrap:wrap;list-style:none;padding:0;gap:0 var(--space-5)}
.staff-links a{display:inline-flex;align-items:center;min-height:var(--target);text-decoration:none;border-bottom:3px solid transparent}
.staff-links a:hover{text-decoration:underline}
.staff-links [aria-current]{font-weight:700;color:var(--ink);border-bottom-color:var(--accent)}
.own-pages{border-bottom:1px solid var(--line-strong)}
.staff-out{display:flex;flex-wrap:wrap;align-items:center;gap:0 var(--space-4)}
.staff-out .form>*+*{margin-top:0}
.list-tools{display:flex;flex-wrap:wrap;align-items:end;gap:var(--space-3) var(--space-4)}
.list-tools .field{flex:1 1 14rem;max-width:20rem;min-width:0}
.list-tools .input{min-height:3rem}
.list-tools .button{min-height:3rem;padding-inline:var(--space-5)}
.list-foot{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:var(--space-2) var(--space-5)}
.list-pages{display:flex;flex-wrap:wrap;gap:var(--space-2) var(--space-4);align-items:center}
.list-pages a,.list-foot>a,.list-pages span{display:inline-flex;align-items:center;min-height:var(--target)}
.table thead a{color:inherit}
.table thead [aria-sort] a{text-decoration-thickness:3px;text-decoration-color:var(--accent)}
.choices{border:0;padding:0;margin-inline:0;min-width:0}
.choices>legend{padding:0;margin-bottom:var(--space-2)}
.choice .field-hint{margin-top:0}
.paper-code{font-size:clamp(1.5rem,8vw,2.25rem);font-weight:700;letter-spacing:.08em;white-space:nowrap;font-variant-numeric:tabular-nums}
.chart{margin:0}
.chart-title{font-weight:700;margin-bottom:var(--space-2)}
.chart-picture{overflow-x:auto}
.chart-picture svg{display:block;width:100%;min-width:34rem;height:auto;max-width:48rem;direction:ltr;margin-right:auto}
.chart-of-time{direction:rtl}
.under{display:block;font-weight:400}
.whole{white-space:nowrap}
.table .details{display:block;min-width:16rem}
.chart-grid line{stroke:var(--line);stroke-width:1}
.chart-grid text{fill:var(--ink-soft);font-size:13px}
.chart-fill{fill:var(--chart)}
.chart-line{fill:none;stroke:var(--chart);stroke-width:3;stroke-linejoin:round}
.chart-1{--chart:var(--chart-1)}.chart-2{--chart:var(--chart-2)}.chart-3{--chart:var(--chart-3)}
.chart-4{--chart:var(--chart-4)}.chart-5{--chart:var(--chart-5)}.chart-6{--chart:var(--chart-6)}
.chart-legend{display:flex;flex-wrap:wrap;list-style:none;padding:0;gap:var(--space-1) var(--space-4);margin-top:var(--space-2);font-size:var(--text-small)}
.chart-legend li{display:flex;align-items:center;gap:var(--space-2)}
.whole-document{max-width:100%;max-height:24rem;overflow:auto;margin:0;padding:var(--space-3);background:var(--sunken);border-radius:var(--radius);font-size:var(--text-small)}
.chart-numbers summary,.document-lines summary{display:inline-flex;align-items:center;min-height:var(--target);cursor:pointer;color:var(--link);text-decoration:underline}
.chart-fill{forced-color-adjust:none}
`;

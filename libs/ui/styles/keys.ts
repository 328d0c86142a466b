/** Tiles for digital keys, the service a person signs in to, lists of data, steps. */
export const keysCss = `
.service{padding:var(--space-4) var(--space-5);background:var(--surface);border:1px solid var(--line);border-radius:var(--radius-large)}
.service-intro{color:var(--ink-soft);font-size:var(--text-small);line-height:1.45}
.service-name{font-size:var(--text-lead);font-weight:700;line-height:1.3}
.service-agency{color:var(--ink-soft);font-size:var(--text-small);line-height:1.45}
.tiles{list-style:none;padding:0;display:grid;gap:var(--space-3)}
.tile{display:grid;grid-template-columns:auto minmax(0,1fr) auto;align-items:center;gap:var(--space-2) var(--space-4);padding:var(--space-3) var(--space-4);min-height:5.5rem;color:var(--ink);background:var(--surface);text-decoration:none;border:2px solid var(--line);border-radius:var(--radius-large)}
a.tile:hover{border-color:var(--primary);background:var(--tint)}
a.tile:focus-visible{border-radius:var(--radius-large)}
.tile-icon{display:grid;place-items:center;width:4rem;height:4rem;border-radius:var(--radius);background:var(--tint);color:var(--ink)}
a.tile:hover .tile-icon{background:var(--surface)}
.tile-name{display:block;font-size:var(--text-lead);font-weight:700;line-height:1.25}
.tile-about{display:block;color:var(--ink-soft);line-height:1.4;margin-top:var(--space-1)}
.tile-used{display:inline-block;margin-top:var(--space-1);padding:0 var(--space-2);font-size:var(--text-small);font-weight:700;background:var(--tint);border-radius:var(--radius)}
.tile-go{color:var(--accent)}
a.tile:hover .tile-go{transform:translateX(4px)}
.tiles-unavailable{grid-template-columns:repeat(auto-fill,minmax(min(100%,19rem),1fr))}
.tile-unavailable{background:var(--sunken);border-color:transparent;min-height:0;grid-template-columns:auto minmax(0,1fr);align-items:start;padding:var(--space-3)}
.tile-unavailable .tile-icon{background:transparent;color:var(--ink-soft);width:3rem;height:3rem}
.tile-unavailable .tile-name{font-size:var(--text-body)}
.tile-unavailable .accent{stroke:currentColor}
.tile-reason{display:block;line-height:1.4;font-size:var(--text-small);color:var(--ink-soft)}
.accent{stroke:var(--accent)}
.strength{display:inline-flex;align-items:center;gap:var(--space-3);color:var(--ink-soft);line-height:1.4}
h2 .strength,h3 .strength{font-size:var(--text-body);font-weight:400;letter-spacing:0}
.tile:has(>.tile-group){align-items:start}
.tile-group+.tile-group{margin-top:var(--space-5)}
.tile-group>*+*{margin-top:var(--space-2)}
.strength b{color:var(--ink);font-weight:700}
.strength svg{color:var(--ink)}
.summary{border-top:1px solid var(--line)}
.summary>div{padding-block:var(--space-3);border-bottom:1px solid var(--line)}
.summary dt{font-weight:700}
.summary dd{margin:0}
.summary .origin{color:var(--ink-soft);font-size:var(--text-small);line-height:1.45}
.tag{display:inline-block;padding:0 var(--space-2);font-size:var(--text-small);line-height:1.5;font-weight:700;color:var(--ink);background:var(--accent-wash);border:1px solid var(--accent);border-radius:var(--radius)}
.tag-good{background:var(--good-wash);border-color:var(--good)}
.tag-plain{background:var(--tint);border-color:var(--line-strong)}
.table-wrap{overflow-x:auto;position:relative}
@media (max-width:40rem){.table-wrap,.chart-picture{background:linear-gradient(to right,var(--paper) 40%,transparent) left/2.5rem 100% no-repeat local,linear-gradient(to left,var(--paper) 40%,transparent) right/2.5rem 100% no-repeat local,linear-gradient(to right,var(--line),transparent) left/.75rem 100% no-repeat scroll,linear-gradient(to left,var(--line),transparent) right/.75rem 100% no-repeat scroll}}
.table .form>*+*{margin-top:0}
.table{border-collapse:collapse;width:100%;text-align:left;font-variant-numeric:tabular-nums}
.table caption{text-align:left;font-weight:700;padding-bottom:var(--space-3)}
.table th,.table td{padding:var(--space-3) var(--space-4) var(--space-3) 0;border-bottom:1px solid var(--line);vertical-align:top}
.table thead th{border-bottom:2px solid var(--ink);vertical-align:bottom}
.table .number{text-align:right}
.steps{display:flex;flex-wrap:wrap;align-items:center;gap:var(--space-2) var(--space-3);color:var(--ink-soft);font-size:var(--text-small)}
.steps-bars{display:flex;gap:var(--space-1)}
.steps-bars span{width:2.25rem;height:6px;border-radius:3px;border:1px solid var(--line-strong)}
.steps-bars .done{background:var(--accent);border-color:var(--accent);forced-color-adjust:none}
.reference{padding:var(--space-4) var(--space-5);background:var(--surface);border:1px solid var(--line);border-radius:var(--radius-large)}
.reference-label{color:var(--ink-soft);font-size:var(--text-small);line-height:1.45}
.reference-value{font-weight:700;font-size:var(--text-h2);letter-spacing:0.06em;font-variant-numeric:tabular-nums;line-height:1.4}
.mark{display:grid;place-items:center;width:4rem;height:4rem;border-radius:var(--radius);background:var(--tint);color:var(--ink)}
.mark-problem{background:var(--danger-wash);color:var(--danger)}
.mark-warning{background:var(--accent-wash)}
.mark-success{background:var(--good-wash);color:var(--good)}
.mark+h1{margin-top:var(--space-4)}
@media (min-width:40rem){
  .summary>div{display:grid;grid-template-columns:14rem minmax(0,1fr);gap:var(--space-5)}
  .summary.wide-names>div{grid-template-columns:minmax(0,3fr) minmax(0,2fr)}
}
@media (max-width:26rem){
  .tile{padding:var(--space-3);gap:var(--space-2) var(--space-3)}
  .tile-icon{width:3rem;height:3rem}
  .tile-icon svg{width:2rem;height:2rem}
  .tile{grid-template-columns:auto minmax(0,1fr)}
  .tile-go{display:none}
  .button{width:100%}
  .button-quiet,.summary .button{width:auto}
  .with-button .button,.reference .button{width:auto}
}
`;

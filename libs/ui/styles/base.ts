/** Type, links, headings: how plain HTML looks. */
export const baseCss = `
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:var(--space-5)}
body{margin:0;text-wrap:pretty;min-height:100vh;min-height:100dvh;display:flex;flex-direction:column;background:var(--paper);color:var(--ink);
  font-family:'Atkinson Hyperlegible Next',Verdana,'DejaVu Sans',sans-serif;font-size:var(--text-body);line-height:1.6;
  overflow-wrap:break-word;-webkit-font-smoothing:antialiased}
h1,h2,h3{line-height:1.2;font-weight:700;margin:0;text-wrap:balance;hyphens:auto;hyphenate-limit-chars:14 5 5}
h1{font-size:var(--text-h1);letter-spacing:-0.015em;line-height:1.12}
h2{font-size:var(--text-h2);letter-spacing:-0.01em}
h3{font-size:var(--text-h3)}
p,ul,ol,dl{margin:0}
p{max-width:40rem}
strong{font-weight:700}
a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:0.18em}
a:hover{text-decoration-thickness:3px}
:focus-visible{outline:3px solid var(--focus);outline-offset:3px;border-radius:4px}
[tabindex="-1"]:focus{outline:none}
[hidden]{display:none!important}
svg{display:block;flex:none}
code,.digits{font-variant-numeric:tabular-nums}
.lead{font-size:var(--text-lead);line-height:1.5;color:var(--ink)}
.as-typed{white-space:pre-line}
.soft{color:var(--ink-soft)}
.small{font-size:var(--text-small);line-height:1.5}
.flow>*+*{margin-top:var(--space-4)}
.flow>*+h2,.flow>section+section{margin-top:var(--space-7)}
.flow>section+form,.flow>form+*,.flow>*+.ways-out{margin-top:var(--space-6)}
.flow>*+.buttons,.flow>.buttons+*,.flow>*+.summary,.flow>.summary+*,.flow>.notice+*{margin-top:var(--space-5)}
.flow>*+section{margin-top:var(--space-5)}
.flow>.buttons+h2,.flow>.summary+h2,.flow>.notice+h2{margin-top:var(--space-7)}
.flow>*+h3{margin-top:var(--space-5)}
.flow>h2+h3{margin-top:var(--space-4)}
.flow>h1+.lead{margin-top:var(--space-4)}
.flow>h1+*{margin-top:var(--space-5)}
.standalone{display:inline-flex;align-items:center;min-height:var(--target)}
.bullets{padding-left:1.3em}
.bullets>li+li{margin-top:var(--space-2)}
.bullets>li::marker{color:var(--accent)}
.visually-hidden{position:absolute;width:1px;height:1px;margin:-1px;padding:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap;border:0}
@media (prefers-reduced-motion:no-preference){
  a,button,.tile{transition:background-color .12s ease,border-color .12s ease,color .12s ease}
  .tile-go{transition:transform .16s ease}
}
`;

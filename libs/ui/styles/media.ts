/** The reader's own settings: scripts off, forced colours, paper. */
export const mediaCss = `
@media (scripting:none){
  .needs-script{display:none}
}
@media (forced-colors:active){
  .button,.tile,.card,.notice,.input{border-color:CanvasText}
  .button{forced-color-adjust:none;background:ButtonText;color:ButtonFace;border-color:ButtonText}
  .button-secondary,.button-quiet{background:ButtonFace;color:ButtonText}
  .languages [aria-current]{text-decoration:underline;text-decoration-thickness:3px}
  .footer{background:Canvas;color:CanvasText;border-top:1px solid CanvasText}
  .footer a{color:LinkText}
  .accent{stroke:currentColor}
  .tile-unavailable{border-color:GrayText}
  .strength svg,.mark,.notice>svg,.field-error svg{color:CanvasText}
  .tile-unavailable .tile-icon{color:CanvasText}
}
@media print{
  body{font-size:12pt}
  .skip,.languages,.footer-links,.buttons,.button,.tile-go,.screen-only{display:none}
  .layout,.layout-wide{display:block}
  .layout-task,.layout-side{margin-top:var(--space-6)}
  .tile,.card,.notice,.summary>div{break-inside:avoid}
  .main{padding-bottom:var(--space-5)}
  .chart-picture svg{min-width:0}
  .chart-numbers{display:none}
  .chart{break-inside:avoid}
  body:has(.paper-code) .footer{display:none}
  a[href^="http"]::after{content:" (" attr(href) ")";overflow-wrap:anywhere}
}
`;

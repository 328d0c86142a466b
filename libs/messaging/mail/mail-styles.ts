const font = "font-family:'Atkinson Hyperlegible Next','Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const ink = '#14233b';
const quiet = '#4a5870';
const blue = '#173f73';

/** Inline styles of the mails: warm white, deep ink blue, the tricolour line as the only ornament. */
export const style = {
  page: `margin:0;padding:0;background:#f6f3ee;${font}`,
  gutter: 'padding:24px 12px',
  sheet: 'width:100%;max-width:600px;background:#ffffff;border-collapse:collapse;text-align:left',
  header: `padding:24px 32px 16px;border-bottom:1px solid #e3ddd3;${font}`,
  brand: `font-size:20px;line-height:28px;font-weight:700;color:${blue}`,
  quiet: `font-size:14px;line-height:20px;color:${quiet}`,
  body: `padding:32px;font-size:17px;line-height:26px;color:${ink};${font}`,
  heading: `margin:0 0 16px;font-size:26px;line-height:34px;font-weight:700;color:${ink}`,
  subheading: `margin:32px 0 8px;font-size:19px;line-height:26px;font-weight:700;color:${ink}`,
  paragraph: 'margin:0 0 16px',
  steps: 'margin:0 0 16px;padding:0 0 0 24px',
  panel: 'width:100%;margin:0 0 16px;background:#f3f5f8;border-collapse:collapse',
  label: `padding:10px 16px;font-size:15px;line-height:22px;font-weight:400;color:${quiet};vertical-align:top;width:34%`,
  value: `padding:10px 16px;font-size:17px;line-height:22px;font-weight:700;color:${ink};vertical-align:top;overflow-wrap:break-word`,
  action: `display:inline-block;padding:14px 24px;background:${blue};color:#ffffff;font-size:17px;line-height:22px;font-weight:700;text-decoration:none;border-radius:6px`,
  footer: `padding:20px 32px 28px;border-top:1px solid #e3ddd3;font-size:14px;line-height:20px;color:${quiet};${font}`,
  preview: 'display:none;max-height:0;overflow:hidden;opacity:0',
} as const;

/** Mail programs that know media queries get dark colours and a narrow layout; the others keep the inline styles. */
export const adaptations = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.page{background:#10161f!important}
.sheet{background:#182130!important}
.panel{background:#212c3e!important}
.ink{color:#f2efe9!important}
.brand{color:#a9c8f2!important}
.quiet{color:#b9c3d3!important}
.line{border-color:#33405566!important}
.action{background:#a9c8f2!important;color:#10161f!important}
}
@media (max-width:480px){
.gap{padding-left:20px!important;padding-right:20px!important}
.fact{display:block!important;width:auto!important}
.fact-label{padding-bottom:0!important}
.fact-value{padding-top:0!important}
}`;

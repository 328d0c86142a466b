import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tokensCss } from '../tokens.js';
import { baseCss } from '../styles/base.js';
import { controlsCss } from '../styles/controls.js';
import { keysCss } from '../styles/keys.js';
import { listsCss } from '../styles/lists.js';
import { mediaCss } from '../styles/media.js';
import { shellCss } from '../styles/shell.js';
import { browserScript } from './browser-script.js';

/** A file of our own that pages ask for. Its path changes with its content, so it may be cached for ever. */
export interface Asset {
  /** absolute path on the app's origin, e.g. `/assets/csam-1f3a9c0d2b.css` */
  readonly path: string;
  readonly contentType: string;
  readonly body: Buffer;
}

const FONT_FOLDER = '@fontsource-variable/atkinson-hyperlegible-next/files';

const FAVICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#15213f"/><circle cx="12.5" cy="13.5" r="5" fill="none" stroke="#fffdf9" stroke-width="3"/><path d="M16.2 17.2 25 26m-4-4 2.6-2.6" fill="none" stroke="#fffdf9" stroke-width="3" stroke-linecap="round"/></svg>`;

const latin = font('atkinson-hyperlegible-next-latin-wght-normal.woff2');
const latinExtended = font('atkinson-hyperlegible-next-latin-ext-wght-normal.woff2');

/** The extended half (names with č, ł, ő …) is only fetched by a page that holds such a letter. */
const fontFaces = `
@font-face{font-family:'Atkinson Hyperlegible Next';font-style:normal;font-weight:200 800;font-display:swap;src:url(${latinExtended.path}) format('woff2');
  unicode-range:U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF}
@font-face{font-family:'Atkinson Hyperlegible Next';font-style:normal;font-weight:200 800;font-display:swap;src:url(${latin.path}) format('woff2');
  unicode-range:U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD}
`;

const stylesheet = asset(
  'csam',
  'css',
  'text/css; charset=utf-8',
  Buffer.from(
    [fontFaces, tokensCss, baseCss, shellCss, controlsCss, keysCss, listsCss, mediaCss].map(squeeze).join(''),
  ),
);
const script = asset('csam', 'js', 'text/javascript; charset=utf-8', Buffer.from(browserScript));
const favicon = asset('csam', 'svg', 'image/svg+xml', Buffer.from(FAVICON));

export const assetPaths = {
  stylesheet: stylesheet.path,
  script: script.path,
  favicon: favicon.path,
  font: latin.path,
} as const;

/** Every file that pages refer to; the app serves them with `Cache-Control: public, max-age=31536000, immutable`. */
export function assets(): readonly Asset[] {
  return [stylesheet, script, favicon, latin, latinExtended];
}

/** A script of our own for the few pages that need one; the app that shows them serves it (`AppOptions.assets`). */
export const browserAsset = (name: string, script: string): Asset =>
  asset(name, 'js', 'text/javascript; charset=utf-8', Buffer.from(script));

function font(file: string): Asset {
  const require = createRequire(import.meta.url);
  const name = file.replace('.woff2', '').replace('atkinson-hyperlegible-next', 'hyperlegible');
  return asset(name, 'woff2', 'font/woff2', readFileSync(require.resolve(`${FONT_FOLDER}/${file}`)));
}

function asset(name: string, extension: string, contentType: string, body: Buffer): Asset {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
  return { path: `/assets/${name}-${hash}.${extension}`, contentType, body };
}

function squeeze(css: string): string {
  return css.replace(/\n\s*/g, '');
}

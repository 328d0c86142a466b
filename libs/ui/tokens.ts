/**
 * The design tokens: every colour, size and radius of every page comes from here.
 *
 * Text colours keep 7:1 on every surface they stand on (WCAG 1.4.6), borders of controls and the focus ring 3:1.
 * `tokens.spec.ts` measures it, so change a colour and the test says whether it may.
 */
const light = {
  paper: '#faf6ee',
  surface: '#fffdf9',
  sunken: '#f1ebdf',
  ink: '#15213f',
  'ink-soft': '#3f4860',
  line: '#ddd4c3',
  'line-strong': '#6f7485',
  link: '#1d3c8c',
  primary: '#1b2f63',
  'primary-hover': '#0e1c42',
  'on-primary': '#fffdf9',
  accent: '#c2570c',
  'accent-wash': '#fbe8d2',
  tint: '#e8ecf6',
  danger: '#8a1a1f',
  'danger-wash': '#fbe9e6',
  good: '#14523a',
  'good-wash': '#e4f1e8',
  focus: '#c2570c',
  'footer-paper': '#15213f',
  'footer-ink': '#f7f1e5',
  'footer-focus': '#f3a957',
  'chart-1': '#1b2f63',
  'chart-2': '#c2570c',
  'chart-3': '#14705a',
  'chart-4': '#8a3f8f',
  'chart-5': '#6f7485',
  'chart-6': '#8a1a1f',
} as const;

export type ColourToken = keyof typeof light;

const dark: Readonly<Record<ColourToken, string>> = {
  paper: '#0f1629',
  surface: '#182139',
  sunken: '#0b1120',
  ink: '#f5efe3',
  'ink-soft': '#c8cbd8',
  line: '#35405d',
  'line-strong': '#8e97b1',
  link: '#b3c9ff',
  primary: '#d5e0ff',
  'primary-hover': '#ffffff',
  'on-primary': '#0f1629',
  accent: '#f3a957',
  'accent-wash': '#3a2b1a',
  tint: '#26324f',
  danger: '#ffb9b0',
  'danger-wash': '#3b1b20',
  good: '#a5dfbd',
  'good-wash': '#16321f',
  focus: '#f3a957',
  'footer-paper': '#0b1120',
  'footer-ink': '#f5efe3',
  'footer-focus': '#f3a957',
  'chart-1': '#9db8ff',
  'chart-2': '#f3a957',
  'chart-3': '#7fd6b8',
  'chart-4': '#d9a3e0',
  'chart-5': '#aab2c8',
  'chart-6': '#ffb9b0',
};

export const colours = { light, dark } as const;

/** Black, yellow, red: the only flag on the page, and never the carrier of a meaning. */
const flag = { black: '#000000', yellow: '#fdda24', red: '#ef3340' };

const sizes = {
  'text-small': '1rem',
  'text-body': '1.125rem',
  'text-lead': '1.25rem',
  'text-h3': '1.25rem',
  'text-h2': '1.5rem',
  'text-h1': 'clamp(1.5rem, 1.1rem + 2.6vw, 2.5rem)',
  'space-1': '0.25rem',
  'space-2': '0.5rem',
  'space-3': '0.75rem',
  'space-4': '1rem',
  'space-5': '1.5rem',
  'space-6': '2rem',
  'space-7': '3rem',
  'space-8': '4.5rem',
  radius: '0.5rem',
  'radius-large': '0.875rem',
  target: '2.75rem',
  'measure-task': '42rem',
  'measure-page': '70rem',
} as const;

const declarations = (tokens: Readonly<Record<string, string>>, prefix = '') =>
  Object.entries(tokens)
    .map(([name, value]) => `--${prefix}${name}:${value};`)
    .join('');

export const tokensCss = `
:root{color-scheme:light dark;${declarations(light)}${declarations(flag, 'flag-')}${declarations(sizes)}}
@media (prefers-color-scheme:dark){:root{${declarations(dark)}}}
@media print{:root{${declarations(light)}--paper:#fff;--surface:#fff;--footer-paper:#fff;--footer-ink:#000}}
`;

/** The first that fits: browsers name those whose pages they want to be served as well. */
const BROWSERS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['edge', /\bEdg(?:e|A|iOS)?\//],
  ['opera', /\bOPR\//],
  ['samsung', /\bSamsungBrowser\//],
  ['firefox', /\b(?:Firefox|FxiOS)\//],
  ['chrome', /\b(?:Chrome|CriOS|HeadlessChrome)\//],
  ['safari', /\bVersion\/\S+ (?:Mobile\/\S+ )?Safari\//],
];
const SYSTEMS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['windows', /\bWindows NT\b/],
  ['android', /\bAndroid\b/],
  ['iphone', /\biPhone\b/],
  ['ipad', /\biPad\b/],
  ['mac', /\bMacintosh\b/],
  ['chromeos', /\bCrOS\b/],
  ['linux', /\bLinux\b/],
];

/** More than this no browser sends. */
const LONGEST = 512;

/**
 * Which browser on which system, as roughly as a person knows it: `firefox/windows`. No version and no model, which
 * would tell one person's device from another's. Undefined for what is not a browser that many people have.
 */
export function browserKind(userAgent: string | undefined): string | undefined {
  if (userAgent === undefined || userAgent.length > LONGEST) return undefined;
  const found = (list: typeof BROWSERS) => list.find(([, pattern]) => pattern.test(userAgent))?.[0];
  const [browser, system] = [found(BROWSERS), found(SYSTEMS)];
  return browser === undefined || system === undefined ? undefined : `${browser}/${system}`;
}

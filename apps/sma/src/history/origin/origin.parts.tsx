import type { Language } from '#libs/kernel';
import { formatRegion } from '#libs/texts';
import type { Origin } from './origin.js';
import { originTexts } from './origin.texts.js';

/** With which browser, and from where: in words that the owner of both recognises. */
export function OriginWords({ language, origin }: { readonly language: Language; readonly origin: Origin }) {
  const t = originTexts.in(language);
  const { network, country, browser } = origin;
  const used = browser === undefined ? undefined : browserWords(browser, language);
  return (
    <>
      {used !== undefined && <p class="origin">{used}</p>}
      {network !== undefined && (
        <p class="origin">
          {country === undefined
            ? t('network', { network })
            : t('country', { country: formatRegion(country, language), network })}
        </p>
      )}
    </>
  );
}

const BROWSERS: Readonly<Record<string, string>> = {
  edge: 'Edge',
  opera: 'Opera',
  samsung: 'Samsung Internet',
  firefox: 'Firefox',
  chrome: 'Chrome',
  safari: 'Safari',
};
const SYSTEMS: Readonly<Record<string, string>> = {
  windows: 'Windows',
  android: 'Android',
  iphone: 'iPhone',
  ipad: 'iPad',
  mac: 'Mac',
  chromeos: 'ChromeOS',
  linux: 'Linux',
};

/** Undefined for a name that is not known here. */
function browserWords(kind: string, language: Language): string | undefined {
  const [browser = '', system = ''] = kind.split('/', 2);
  const [first, second] = [BROWSERS[browser], SYSTEMS[system]];
  if (first === undefined || second === undefined) return undefined;
  return originTexts.in(language)('browser', { browser: first, system: second });
}

import { createHmac, randomBytes } from 'node:crypto';
import { constantTimeEqual } from '#libs/security';
import type { CookieJar } from './cookie-jar.js';

const BROWSER_COOKIE = 'csam-browser';
const BROWSER = /^[\w-]{32}$/;

/**
 * A name for this browser, made at first need and gone when it closes. It tells two browsers apart; it says
 * nothing about who sits in front of it.
 */
export function browserOf(cookies: CookieJar): string {
  const known = cookies.get(BROWSER_COOKIE);
  if (known !== undefined && BROWSER.test(known)) return known;
  const fresh = randomBytes(24).toString('base64url');
  cookies.set(BROWSER_COOKIE, fresh);
  return fresh;
}

export interface ArrivedForm {
  readonly cookies: CookieJar;
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
  readonly token: unknown;
}

export type CsrfOutcome =
  | { readonly kind: 'own' }
  | { readonly kind: 'foreign'; readonly reason: 'fetch-site' | 'origin' | 'no-token' | 'wrong-token' };

/**
 * Tells our own forms from those of other sites. Three checks, each for the browsers where another is blind:
 * Sec-Fetch-Site, Origin, and a signed token bound to the browser's cookie (which SameSite keeps at home).
 */
export class CsrfProtection {
  constructor(
    private readonly key: Buffer,
    private readonly ownOrigin: string,
  ) {}

  tokenFor(cookies: CookieJar): string {
    const salt = randomBytes(9).toString('base64url');
    return `${salt}.${this.sign(salt, browserOf(cookies))}`;
  }

  check({ cookies, origin, fetchSite, token }: ArrivedForm): CsrfOutcome {
    if (fetchSite !== undefined && fetchSite !== 'same-origin' && fetchSite !== 'none') {
      return { kind: 'foreign', reason: 'fetch-site' };
    }
    // Under Referrer-Policy: no-referrer browsers send `Origin: null` with our own forms; the token decides then.
    if (origin !== undefined && origin !== 'null' && origin !== this.ownOrigin) {
      return { kind: 'foreign', reason: 'origin' };
    }
    return this.checkToken(cookies, token);
  }

  private checkToken(cookies: CookieJar, token: unknown): CsrfOutcome {
    const browser = cookies.get(BROWSER_COOKIE);
    if (browser === undefined || typeof token !== 'string') return { kind: 'foreign', reason: 'no-token' };
    const [salt = '', signature = ''] = token.split('.');
    const genuine = constantTimeEqual(signature, this.sign(salt, browser));
    return genuine ? { kind: 'own' } : { kind: 'foreign', reason: 'wrong-token' };
  }

  private sign(salt: string, browser: string): string {
    return createHmac('sha256', this.key).update(`${salt}.${browser}`).digest('base64url');
  }
}

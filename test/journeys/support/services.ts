import type { Page } from 'playwright-core';
import { stack } from '../../support/stack.js';

export type Language = 'nl' | 'fr' | 'de' | 'en';

/** What a relying party asks of CSAM; nothing more than needed when left out. */
export interface Wish {
  readonly level?: number;
  /** `name`: name only, `nothing`: no attributes */
  readonly attributes?: 'everything' | 'name' | 'nothing';
  readonly language?: Language;
  /** the person must prove a key, whatever session there is */
  readonly anew?: boolean;
  /** no page may be shown */
  readonly silently?: boolean;
}

/** What a relying party learned. */
export interface Account {
  readonly classReference: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** A relying party of the sandbox, as a person finds it on the web. */
export interface Service {
  readonly name: string;
  /** start of its pages */
  readonly path: string;
  /** the address behind its button "Sign in with CSAM" */
  signIn(wish?: Wish): string;
  /** what it shows to the person who is signed in in this browser */
  account(page: Page): Promise<Account>;
}

const levelClass = (level: number): string => `urn:be:fedict:iam:fas:citizen:Level${level}`;

function address(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const url = new URL(path, stack().addresses.sandbox);
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) url.searchParams.set(name, value);
  }
  return url.href;
}

async function json<Answer>(page: Page, path: string): Promise<Answer> {
  const response = await page.request.get(new URL(path, stack().addresses.sandbox).href);
  if (!response.ok()) throw new Error(`nobody is signed in: ${path} answered ${response.status()}`);
  return (await response.json()) as Answer;
}

const SCOPES = { everything: 'profile egovnrn', name: 'profile', nothing: '' } as const;

/** Speaks OpenID Connect. */
export const permitCounter: Service = {
  name: 'Permit counter (demo, OpenID Connect)',
  path: '/rp/oidc',
  signIn: ({ level, attributes = 'everything', language, anew, silently } = {}) =>
    address('/rp/oidc/login', {
      class: level === undefined ? undefined : levelClass(level),
      scope: SCOPES[attributes],
      language,
      prompt: anew ? 'login' : silently ? 'none' : undefined,
    }),
  async account(page) {
    const { claims, userinfo } = await json<{
      claims: { acr: string };
      userinfo: Record<string, unknown>;
    }>(page, '/rp/oidc/account.json');
    return { classReference: claims.acr, attributes: userinfo };
  },
};

const ATTRIBUTE_SETS = { everything: '0', name: '1', nothing: undefined } as const;

/** Speaks SAML 2.0. */
export const library: Service = {
  name: 'Library of Exampleton (demo, SAML)',
  path: '/rp/saml',
  signIn: ({ level, attributes = 'everything', language, anew, silently } = {}) =>
    address('/rp/saml/login', {
      class: level === undefined ? undefined : levelClass(level),
      comparison: 'minimum',
      attributes: ATTRIBUTE_SETS[attributes],
      language,
      force: anew ? 'true' : undefined,
      passive: silently ? 'true' : undefined,
    }),
  async account(page) {
    const { levelClass: classReference, attributes } = await json<{
      levelClass: string;
      attributes: Record<string, unknown>;
    }>(page, '/rp/saml/account.json');
    return { classReference, attributes };
  },
};

import { DEMO_OIDC_SCOPES } from '#libs/testing';
import { LANGUAGES } from '#libs/kernel';
import { LEVEL_CLASSES } from '../level-class.js';

export const PROMPTS = ['', 'login', 'none', 'consent'] as const;

/** What the visitor chose on the start page. */
export interface OidcOptions {
  readonly levelClass?: string;
  readonly scope: string;
  readonly prompt?: string;
  readonly maxAge?: string;
  readonly language?: string;
}

type Query = Readonly<Record<string, string | undefined>>;

/**
 * Reads the start page's query; whatever is not on offer is left out. Scopes come as a list in `scope`, from programs,
 * or each under its own name, from the form.
 */
export function readOidcOptions(query: Query): OidcOptions {
  const listed = (query['scope'] ?? '').split(' ');
  const scopes = DEMO_OIDC_SCOPES.filter((scope) => listed.includes(scope) || query[scope] !== undefined);
  const levelClass = LEVEL_CLASSES.find((value) => value === query['class']);
  const prompt = PROMPTS.find((value) => value !== '' && value === query['prompt']);
  const language = LANGUAGES.find((value) => value === query['language']);
  const maxAge = /^\d{1,6}$/u.exec(query['max_age'] ?? '')?.[0];
  return {
    scope: ['openid', ...scopes].join(' '),
    ...(levelClass !== undefined && { levelClass }),
    ...(prompt !== undefined && { prompt }),
    ...(maxAge !== undefined && { maxAge }),
    ...(language !== undefined && { language }),
  };
}

import type { KoaContextWithOIDC } from 'oidc-provider';
import type { SignInSession } from '../../../sign-in-session/sign-in-session.js';
import { readClaims } from './read-claims.js';
import type { OidcParameters } from './read-request.js';
import type { SubjectRule } from './subject.js';

/** What the provider understood of the request, in our own words. */
export function parametersOf(
  ctx: KoaContextWithOIDC,
  session: SignInSession | undefined,
  subjectOf: SubjectRule,
): OidcParameters {
  const { params = {}, prompts, requestParamScopes } = ctx.oidc;
  const text = (name: string) => (typeof params[name] === 'string' ? params[name] : undefined);
  const acrValues = text('acr_values');
  const uiLocales = text('ui_locales');
  const maxAge = params.max_age as number | string | undefined;
  return {
    scopes: [...requestParamScopes],
    ...(acrValues !== undefined && { acrValues }),
    ...(uiLocales !== undefined && { uiLocales }),
    ...(maxAge !== undefined && { maxAge }),
    prompts,
    // Not the provider's reading, in which acr_values has taken the place of a claim that is asked.
    claims: readClaims(text('claims')),
    hintedOther: hintsAtOther(ctx, session, subjectOf),
  };
}

/** An id_token_hint that names somebody else than the person who is signed in. */
function hintsAtOther(
  ctx: KoaContextWithOIDC,
  session: SignInSession | undefined,
  subjectOf: SubjectRule,
): boolean {
  const hinted = hintedSubjectOf(ctx);
  const { client } = ctx.oidc;
  if (hinted === undefined || session === undefined || client === undefined) return false;
  return hinted !== subjectOf(client, session.fedId);
}

/** The person that the client expects, by its own `sub`. */
export function hintedSubjectOf({ oidc }: KoaContextWithOIDC): string | undefined {
  const subject = oidc.entities.IdTokenHint?.payload.sub;
  return typeof subject === 'string' ? subject : undefined;
}

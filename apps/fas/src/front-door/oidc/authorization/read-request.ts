import { askedNames, attributesOfScopes, ATTRIBUTES } from '#libs/attributes';
import type { Application } from '#libs/agencies';
import { languageOfTag, type Language } from '#libs/kernel';
import { resolveRequirement, type Context, type LoaPolicy } from '#libs/loa';
import type { AuthenticationRequest } from '../../../journey/authentication-request.js';
import type { RequestedClaims } from './read-claims.js';

/** What the OpenID provider understood of an authorization request. */
export interface OidcParameters {
  readonly scopes: readonly string[];
  readonly acrValues?: string;
  readonly maxAge?: number | string;
  readonly prompts: ReadonlySet<string>;
  readonly uiLocales?: string;
  readonly claims: RequestedClaims;
  /** The person that an id_token_hint names, when it is not the one signed in. */
  readonly hintedOther: boolean;
}

export type ReadRequestOutcome =
  | { readonly kind: 'request'; readonly request: AuthenticationRequest }
  /** The level that is asked cannot be had for this application, or nobody knows it. */
  | { readonly kind: 'level-impossible' };

/** Nobody's FedID: a request for another person than the one signed in. */
const SOMEBODY_ELSE = 'somebody-else';

/** An authorization request (OpenID Connect Core 3.1.2.1) in our own words. */
export function readAuthenticationRequest(
  application: Application,
  parameters: OidcParameters,
  policy: LoaPolicy,
): ReadRequestOutcome {
  const { prompts, uiLocales, maxAge } = parameters;
  const resolved = resolveRequirement({
    classReferences: askedClasses(parameters),
    comparison: 'minimum',
    applicationMinimum: application.minimumLevel,
    applicationContexts: contextsOf(application, parameters.scopes),
    legacyMethodClasses: true,
    policy,
  });
  if (resolved.kind !== 'resolved') return { kind: 'level-impossible' };
  const language = languageAsked(uiLocales);
  return {
    kind: 'request',
    request: {
      protocol: 'oidc',
      applicationId: application.id,
      requirement: resolved.requirement,
      ...readPrompts(prompts),
      ...(parameters.scopes.includes('offline_access') && { offline: true }),
      ...(maxAge !== undefined && { maxAgeSeconds: Number(maxAge) }),
      ...(language && { language }),
      attributes: askedAttributes(application, parameters),
      ...(parameters.hintedOther && { subject: SOMEBODY_ELSE }),
    },
  };
}

/** Nobody is signed in beside another: who wants to choose an account signs in anew. */
const readPrompts = (prompts: ReadonlySet<string>) => ({
  force: prompts.has('login') || prompts.has('select_account'),
  passive: prompts.has('none'),
  ...(prompts.has('consent') && { confirm: true }),
});

/** The first of the languages that we speak. */
const languageAsked = (uiLocales: string | undefined): Language | undefined =>
  uiLocales
    ?.split(' ')
    .map(languageOfTag)
    .find((tag) => tag !== undefined);

/** `claims.id_token.acr` outranks `acr_values` (OpenID Connect Core 5.5.1.1). */
function askedClasses({ acrValues = '', claims }: OidcParameters): string[] {
  const claimed = claims.idToken['acr']?.values ?? [];
  return claimed.length > 0 ? [...claimed] : acrValues.split(' ').filter((value) => value !== '');
}

/** The scopes `citizen` and `enterprise` choose the context where the application has both. */
function contextsOf(application: Application, scopes: readonly string[]): readonly Context[] {
  const chosen = application.contexts.filter((context) => scopes.includes(context));
  return chosen.length > 0 ? chosen : application.contexts;
}

function askedAttributes({ attributes }: Application, { scopes, claims }: OidcParameters): string[] {
  const claimed = [...Object.keys(claims.userinfo), ...Object.keys(claims.idToken)];
  const byClaim = ATTRIBUTES.filter(({ oidcClaim }) => claimed.includes(oidcClaim)).map(({ name }) => name);
  const names = new Set<string>([...attributesOfScopes([...scopes]), ...byClaim]);
  const dossier = attributes.map(({ name }) => name);
  return askedNames([...names], dossier, valuesAsked(claims));
}

/** Values that the request gives for a claim, such as the enterprises that it wants to know about. */
function valuesAsked({ idToken, userinfo }: RequestedClaims): Record<string, readonly string[]> {
  return Object.fromEntries(
    ATTRIBUTES.filter((attribute) => 'parameter' in attribute).map(({ name, oidcClaim }) => [
      name,
      [idToken, userinfo].flatMap((claims) => claims[oidcClaim]?.values ?? []),
    ]),
  );
}

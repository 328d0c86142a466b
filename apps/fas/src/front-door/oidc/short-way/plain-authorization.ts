import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import type { OidcEvents } from '../oidc-events.js';
import type { OidcAdapters } from '../store/adapters.js';
import { keepCode } from './plain-answer.js';
import type { PlainGrants } from './plain-grants.js';
import { openPlainJourney, type PlainOpeningServices } from './plain-opening.js';
import { plainParametersOf, plainRequest, readAsked, type Asked } from './plain-request.js';

export interface PlainAuthorizationServices extends PlainOpeningServices {
  readonly grants: PlainGrants;
  readonly adapters: Pick<OidcAdapters, 'of'>;
  readonly events: Pick<OidcEvents, 'accepted'>;
  readonly requiresPkce: (clientId: string) => boolean;
}

const PATH = '/authorize?';

/**
 * Answers the plain authorization request (OpenID Connect Core 3.1.2) of a browser that is signed in, and that the
 * service already knows from this session, with a code, kept in the form that the provider's own model gives it; and
 * sends for the person in a browser without any session. The provider's middleware, which costs more than the answer,
 * is left out.
 *
 * @returns false, with nothing answered, when anything is otherwise: the provider then judges the request in full, and
 * words the refusal or sends for the person
 */
export async function answerPlainAuthorization(
  provider: Provider,
  services: PlainAuthorizationServices,
  { request, response }: { readonly request: IncomingMessage; readonly response: ServerResponse },
): Promise<boolean> {
  const plain = await plainRequest(provider, services.requiresPkce, askedBy(request));
  if (plain === undefined) return false;
  const grant = await services.grants.atOnce(plain.client.clientId, plainParametersOf(plain.asked));
  if (grant === undefined) return openPlainJourney(provider, services, plain, response);
  services.events.accepted({ request, clientId: plain.client.clientId }, plain.asked);
  const location = await keepCode(services.adapters, provider.issuer, { ...plain, grant });
  response.writeHead(303, { location, 'cache-control': 'no-store', 'content-length': 0 }).end();
  return true;
}

function askedBy({ method, url = '' }: IncomingMessage): Asked | undefined {
  if (method !== 'GET' || !url.startsWith(PATH)) return undefined;
  return readAsked(url.slice(PATH.length));
}

import type { ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import { currentRequest } from '#libs/http';
import { randomToken } from '#libs/security';
import { journeyAddress } from '../../../journey/journey-desk.js';
import type { RelyingParties } from '../../../relying-parties/relying-parties.js';
import { SIGN_IN_COOKIE } from '../../../sign-in-session/sign-in-cookie.js';
import type { Authorization } from '../authorization/authorization.js';
import { interactionLifetime, RESUME_COOKIE } from '../provider.js';
import type { OidcProtocolState } from '../store/interaction.adapter.js';
import { NOTHING_MORE, plainParametersOf, type PlainRequest } from './plain-request.js';

export interface PlainOpeningServices {
  readonly parties: Pick<RelyingParties, 'findByClientId'>;
  readonly authorization: Pick<Authorization, 'judgePlain' | 'open'>;
  readonly journeyMinutes: number;
}

/**
 * Sends a browser without any session to the page where a key is proven, as the provider would: the journey keeps what
 * the provider wants to find when the browser comes back.
 *
 * @returns false, with nothing answered, when there may be a session, and when the request is refused
 */
export async function openPlainJourney(
  provider: Provider,
  services: PlainOpeningServices,
  plain: PlainRequest,
  response: ServerResponse,
): Promise<boolean> {
  const { cookies } = currentRequest();
  if (cookies.get(SIGN_IN_COOKIE) !== undefined) return false;
  const { parties, authorization } = services;
  const application = await parties.findByClientId(plain.client.clientId);
  if (application === undefined) return false;
  const parameters = { ...NOTHING_MORE, ...plainParametersOf(plain.asked) };
  const judgement = await authorization.judgePlain(application, parameters, undefined);
  if (judgement.kind !== 'person-needed') return false;
  const id = randomToken();
  const returnTo = `${provider.issuer}/authorize/${id}`;
  const life = interactionLifetime(services.journeyMinutes);
  await authorization.open(judgement, id, { interaction: interactionOf(plain, { id, returnTo, life }) });
  cookies.setAt(RESUME_COOKIE, id, { path: new URL(returnTo).pathname, maxAge: life });
  response
    .writeHead(303, { location: journeyAddress(id), 'cache-control': 'no-store', 'content-length': 0 })
    .end();
  return true;
}

function interactionOf(
  { asked }: PlainRequest,
  { id, returnTo, life }: { readonly id: string; readonly returnTo: string; readonly life: number },
): OidcProtocolState['interaction'] {
  const now = Math.floor(Date.now() / 1000);
  return {
    kind: 'Interaction',
    jti: id,
    iat: now,
    exp: now + life,
    cid: randomToken(),
    params: { ...asked, scope: plainParametersOf(asked).scopes.join(' ') },
    prompt: { name: 'login', reasons: ['person_needed'], details: {} },
    returnTo,
  };
}

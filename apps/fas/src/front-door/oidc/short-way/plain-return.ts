import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import type { RecordedChange } from '#libs/audit';
import { currentRequest } from '#libs/http';
import { randomToken } from '#libs/security';
import type { Authenticated } from '../../../journey/authentication-result.js';
import type { Journey } from '../../../journey/journey.js';
import type { JourneyStore } from '../../../journey/journey.store.js';
import { stillStands } from '../../../journey/standing-proof.js';
import type { RelyingParties } from '../../../relying-parties/relying-parties.js';
import type { AnySession } from '../../../sign-in-session/session-row.js';
import { SIGN_IN_COOKIE } from '../../../sign-in-session/sign-in-cookie.js';
import type { SignInSessionStore } from '../../../sign-in-session/sign-in-session.store.js';
import type { OidcEvents } from '../oidc-events.js';
import { RESUME_COOKIE } from '../provider.js';
import type { OidcAdapters } from '../store/adapters.js';
import { answerIdOf } from '../store/answer.js';
import type { AnswerStore } from '../store/answer.store.js';
import type { OidcProtocolState } from '../store/interaction.adapter.js';
import { knownTo, wasNoted } from '../store/session.adapter.js';
import { keepCode } from './plain-answer.js';
import type { PlainGrant } from './plain-grants.js';
import { plainRequest, readAsked, type Asked, type PlainRequest } from './plain-request.js';

export interface PlainReturnServices {
  readonly journeys: Pick<JourneyStore, 'read' | 'movingWith'>;
  readonly sessions: Pick<SignInSessionStore, 'findByCookie' | 'lettingKnow'>;
  readonly parties: Pick<RelyingParties, 'findByClientId'>;
  readonly answers: Pick<AnswerStore, 'hold'>;
  readonly adapters: Pick<OidcAdapters, 'of'>;
  readonly events: Pick<OidcEvents, 'accepted'>;
  readonly requiresPkce: (clientId: string) => boolean;
}

const RETURN = /^\/authorize\/([\w-]{10,100})$/;

/**
 * Answers a browser that comes back from its journey, as the provider would: with a code, when the request was a plain
 * one, the journey is complete, and its proof still stands in the session. Only the browser that sent the request has
 * the cookie for it.
 *
 * @returns false, with nothing answered, when anything is otherwise
 */
export async function answerPlainReturn(
  provider: Provider,
  services: PlainReturnServices,
  { request, response }: { readonly request: IncomingMessage; readonly response: ServerResponse },
): Promise<boolean> {
  const come = await comeBack(services, request);
  const plain = come && (await plainRequest(provider, services.requiresPkce, askedAtFirst(come.journey)));
  if (come === undefined || plain === undefined) return false;
  const grant = await granted(services, plain, come);
  if (grant === undefined) return false;
  const location = await keepCode(services.adapters, provider.issuer, { ...plain, grant });
  // When another request of this browser was faster the code stays here, and the provider tells what became of it.
  if (!grant.isFirst()) return false;
  services.events.accepted({ request, clientId: plain.client.clientId }, plain.asked);
  currentRequest().cookies.clearAt(RESUME_COOKIE, resumePath(provider.issuer, come.journey.id));
  response.writeHead(303, { location, 'cache-control': 'no-store', 'content-length': 0 }).end();
  return true;
}

const resumePath = (issuer: string, id: string) => new URL(`${issuer}/authorize/${id}`).pathname;

function journeyOf({ method, url = '' }: IncomingMessage): string | undefined {
  const [, id] = (method === 'GET' && RETURN.exec(url)) || [];
  return id !== undefined && currentRequest().cookies.getPlain(RESUME_COOKIE) === id ? id : undefined;
}

interface ComeBack {
  readonly journey: Journey;
  readonly result: Authenticated;
  readonly session: AnySession;
}

/** A journey that is complete, in the session in which it was proven. */
async function comeBack(
  { journeys, sessions }: PlainReturnServices,
  request: IncomingMessage,
): Promise<ComeBack | undefined> {
  const id = journeyOf(request);
  const cookie = currentRequest().cookies.get(SIGN_IN_COOKIE);
  if (id === undefined || cookie === undefined) return undefined;
  const [journey, session] = await Promise.all([journeys.read(id), sessions.findByCookie(cookie)]);
  const result = journey && resultOf(journey);
  if (journey === undefined || result === undefined || session === undefined) return undefined;
  return isProvenIn(session, result) ? { journey, result, session } : undefined;
}

function resultOf({ state, expiresAt, result }: Journey): Authenticated | undefined {
  if (state !== 'finished' || expiresAt.getTime() <= Date.now()) return undefined;
  return result?.kind === 'authenticated' ? result : undefined;
}

const isProvenIn = ({ fedId, ...session }: AnySession, result: Authenticated): boolean =>
  fedId !== undefined && result.sessionUid === session.uid && stillStands(result, { ...session, fedId });

/** What was asked when the journey began; undefined when the provider or the person has more to say about it. */
function askedAtFirst({ request, protocolState }: Journey): Asked | undefined {
  if (request.protocol !== 'oidc') return undefined;
  const { interaction, hintedSubject } = protocolState as OidcProtocolState;
  const { params = {}, trusted = [], parJti } = interaction;
  if (hintedSubject !== undefined || parJti !== undefined || trusted.length > 0) return undefined;
  const asked = Object.entries(params).filter((one): one is [string, string] => typeof one[1] === 'string');
  return asked.length < Object.keys(params).length
    ? undefined
    : readAsked(new URLSearchParams(asked).toString());
}

interface ReturnGrant extends PlainGrant {
  /** Whether this request marked the journey as answered, once the code is kept. */
  isFirst(): boolean;
}

/** The journey is marked as answered, and the client gets to know the session by a name, together with the code. */
async function granted(
  { parties, sessions, answers, journeys }: PlainReturnServices,
  { asked, client: { clientId } }: PlainRequest,
  { journey, result, session }: ComeBack,
): Promise<ReturnGrant | undefined> {
  const application = await parties.findByClientId(clientId);
  if (application === undefined) return undefined;
  const known = knownTo(clientId, session);
  const sid = known.sid ?? randomToken(16);
  const scope = [...new Set(asked.scope.split(' '))].join(' ');
  const grantId = answerIdOf(result.sessionUid, clientId);
  const letKnow =
    known.grantId === grantId && wasNoted(session)
      ? undefined
      : sessions.lettingKnow(session.uid, { [clientId]: { sid, grantId } });
  const answered = journeys.movingWith('Answered', journey.id, letKnow);
  let isFirst = false;
  const together: RecordedChange = async (change) => (isFirst = await answered(change));
  const id = await answers.hold({ applicationId: application.id, clientId, scope }, result, { together });
  return { id, result, scope, sid, isFirst: () => isFirst };
}

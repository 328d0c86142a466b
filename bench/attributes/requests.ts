import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { ApplicationsStore } from '#libs/agencies';
import { APS_AUDIENCE, APS_TOKEN_LIFETIME, APS_TOKEN_TYPE, ApsClient, type ApsCall } from '#libs/attributes';
import type { Database } from '#libs/database';
import type { FedId } from '#libs/kernel';
import { FieldCipher, SigningKeyRing, type MasterKey } from '#libs/security';
import { keepPace } from '../client/pace.js';
import { percentilesOf, type Percentiles } from '../measuring/percentiles.js';

/** Those that APS holds itself: the source answers at once. */
const ASKED = ['fedid', 'mail'];
const PER_SECOND = 200;
const ALGORITHM = 'ES256';

export interface ApsUnderTest {
  readonly aps: string;
  readonly fas: string;
  readonly database: Database;
  readonly masterKey: MasterKey;
}

export interface RequestTimes {
  readonly perSecond: number;
  readonly times: Percentiles;
  readonly failures: readonly string[];
}

/** Asks APS as FAS does, at a steady rate, for people of the application that was registered with attributes. */
export async function measureRequests(
  { aps, fas, database, masterKey }: ApsUnderTest,
  seconds: { readonly warmUp: number; readonly measured: number },
): Promise<RequestTimes> {
  const ring = new SigningKeyRing({ database, cipher: new FieldCipher(masterKey) });
  const client = new ApsClient({ baseUrl: aps, token: tokens(ring, `${fas}/fas/oauth2`) });
  const calls = await callsOf(database);
  const failures = new Set<string>();
  const times: number[] = [];
  let turn = 0;
  const once = async () => {
    const call = calls[turn++ % calls.length];
    if (call === undefined) return;
    const began = performance.now();
    const outcome = await client.attributes(
      { ...call, journey: randomUUID() },
      { attributes: ASKED, context: 'citizen', language: 'nl' },
    );
    times.push(performance.now() - began);
    if (outcome.kind === 'unreachable') failures.add(`${outcome.reason} ${outcome.status ?? ''}`.trim());
    else if (outcome.attributes.some(({ status }) => status !== 'given')) failures.add('not given');
  };
  const pace = (length: number) => keepPace({ kind: 'per-second', rate: PER_SECOND, seconds: length }, once);
  await pace(seconds.warmUp);
  times.length = 0;
  failures.clear();
  await pace(seconds.measured);
  return { perSecond: PER_SECOND, times: percentilesOf(times), failures: [...failures] };
}

function tokens(ring: SigningKeyRing, issuer: string): (call: ApsCall) => Promise<string> {
  return async ({ subject, application, journey, purpose }) => {
    const key = await ring.active('oidc', ALGORITHM);
    return new SignJWT({ client_id: application, journey, purpose })
      .setProtectedHeader({ alg: ALGORITHM, typ: APS_TOKEN_TYPE, kid: key.kid })
      .setIssuer(issuer)
      .setAudience(APS_AUDIENCE)
      .setSubject(subject)
      .setJti(randomUUID())
      .setIssuedAt()
      .setExpirationTime(`${APS_TOKEN_LIFETIME}s`)
      .sign(key.privateKey);
  };
}

/** Everybody of the crowd, at the application that was registered with attributes. */
async function callsOf(database: Database): Promise<readonly ApsCall[]> {
  const application = await new ApplicationsStore(database).findByClientId('measured-attributes');
  const people = await database.query<{ fed_id: FedId }>(
    `select fed_id from people.person p where enrolment = 'itsme' and state = 'active'
        and exists (select 1 from people.contact c where c.fed_id = p.fed_id and c.kind = 'mail')`,
  );
  if (application === undefined || people.length === 0) throw new Error('there is nobody to ask about');
  const { id } = application;
  return people.map(({ fed_id }) => ({ subject: fed_id, application: id, journey: '', purpose: 'sign-in' }));
}

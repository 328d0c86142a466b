import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { days } from '#libs/kernel';
import { keyFromCertificate, parseIdentityProviderMetadata } from '#libs/saml';
import { ensureServiceProviderKey, PostedAnswers, StoredSignInState } from '#libs/service-provider';
import { testDatabase, type TestDatabase } from '#libs/testing';
import {
  hasSamlPeers,
  startPysaml2IdentityProvider,
  type Pysaml2IdentityProvider,
} from '../../../../../test/support/pysaml2-identity-provider.js';
import { SamlPartner } from './saml-partner.js';
import { FollowedService } from './service-description.js';
import { cipher, FAS, IDENTIFIER, LOA, NUMBER, rowOf } from './test-support/played-service.js';

// An identity provider that others wrote, as Debian packages it; it verifies our request and signs its answer itself.

const PERSON = { egovNRN: [NUMBER], [IDENTIFIER]: ['PT/BE/10000001'], FirstName: ['Ana'] };

interface Posted {
  readonly action: string;
  readonly message: string;
  readonly relayState: string;
  readonly asked: readonly string[];
  readonly forced: string;
}

describe.skipIf(!hasSamlPeers)('SR-12 pysaml2 as a recognised service', () => {
  let db: TestDatabase;
  let service: FollowedService;
  let partner: SamlPartner;
  let theirs: Pysaml2IdentityProvider;

  beforeAll(async () => {
    db = await testDatabase({ role: 'csam_fas' });
    const key = await ensureServiceProviderKey(db.database, cipher, 'fas');
    const state = new StoredSignInState(db.database, 'fas:eidas');
    const answers = new PostedAnswers(db.database, cipher, 'fas:eidas');
    const clock = { now: () => new Date() };
    const made = (base: string) => {
      const row = rowOf('eidas', { entityId: `${base}/metadata`, metadataUrl: `${base}/metadata` });
      service = new FollowedService(row, clock.now);
      return new SamlPartner(row, { service, key, state, answers, clock, fasAddress: FAS });
    };
    theirs = await startPysaml2IdentityProvider(made('https://not-yet.example').metadata, PERSON);
    partner = made(theirs.base);
  });
  afterAll(async () => {
    await theirs.stop();
    await db.drop();
  });

  async function signedIn(minimum: 400 | 500) {
    const begun = await partner.begin({ journeyId: 'j', language: 'en', now: new Date(), minimum });
    if (begun.kind !== 'begun') throw new Error(begun.reason);
    const answer = await fetch(begun.location);
    if (!answer.ok) throw new Error(await answer.text());
    return { posted: (await answer.json()) as Posted, memory: begun.memory };
  }

  const outcomeOf = async ({ relayState, message }: Posted, memory: Readonly<Record<string, string>>) => {
    await partner.keep(relayState, Buffer.from(message).toString('base64'));
    return partner.complete({ query: {}, memory, now: new Date() });
  };

  it('describes itself in signed metadata that is taken over', async () => {
    const read = keyFromCertificate(readFileSync(theirs.certificateFile, 'utf8'));
    if (read.kind === 'refused') throw new Error(read.reason);
    const text = await (await fetch(`${theirs.base}/metadata`)).text();
    const policy = { now: new Date(), longestValidity: days(30), signedBy: { keys: [read.key] } };
    const parsed = parseIdentityProviderMetadata(text, policy);
    if (parsed.kind === 'invalid') throw new Error(parsed.reason);
    service.learn({ url: service.metadataUrl, document: parsed.signedXml ?? '' });
    expect([service.isKnown(new Date()), service.singleSignOn]).toEqual([true, `${theirs.base}/sign-in`]);
  });

  it.each([
    ['substantial', 400],
    ['high', 500],
  ] as const)('understands our request for %s, and its answer signs the person in', async (said, level) => {
    const { posted, memory } = await signedIn(level);
    expect(posted).toMatchObject({
      action: `${FAS}/fas/partners/eidas/acs`,
      asked: ['minimum', `${LOA}${said}`],
      forced: 'true',
    });
    expect(await outcomeOf(posted, memory)).toEqual({
      kind: 'identified',
      identity: { number: NUMBER, register: 'bis', reference: 'PT/BE/10000001', level },
    });
  });

  it('SX-18 is not believed when a letter of its answer was changed', async () => {
    const { posted, memory } = await signedIn(400);
    const message = posted.message.replace('PT/BE/10000001', 'PT/BE/10000002');
    expect(await outcomeOf({ ...posted, message }, memory)).toMatchObject({ problem: 'not-verified' });
  });
});

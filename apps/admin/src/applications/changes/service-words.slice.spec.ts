import { afterAll, beforeAll, expect, it } from 'vitest';
import { AgenciesStore } from '#libs/agencies';
import { testDatabase, type TestDatabase } from '#libs/testing';
import { SPEC_AGENCY } from '../../test-support/spec-admin.js';
import { serviceChangeKind, type ServiceInUse } from '../dossier/service-change.js';
import { EMPTY_DETAILS } from '../dossier/dossier.js';

let db: TestDatabase;
let old: string;
let wanted: string;

beforeAll(async () => {
  db = await testDatabase();
  const agencies = new AgenciesStore(db.database);
  const name = { nl: 'Dienst', fr: 'Service', de: 'Dienst', en: 'Agency' };
  await agencies.ensure({ number: SPEC_AGENCY, name });
  const basis = { kind: 'RR_OWN', validFrom: '2026-01-01' } as const;
  const covered = ['egovNRN'];
  old = await agencies.ensureLegalBasis(SPEC_AGENCY, { ...basis, reference: 'RR 1/2026' }, covered);
  const ends = { ...basis, reference: 'RR 2/2026', validUntil: '2027-06-30' };
  wanted = await agencies.ensureLegalBasis(SPEC_AGENCY, ends, covered);
});
afterAll(() => db.drop());

const keysAt = (jwksUri: string) =>
  ({
    protocol: 'oidc',
    redirectUris: ['https://a.example/back'],
    postLogoutRedirectUris: [],
    tokenEndpointAuthMethod: 'private_key_jwt',
    jwksUri,
  }) as const;

it('a request names the authorisation, the SMS cap and whose keys count, before and after', async () => {
  const before: ServiceInUse = {
    details: { ...EMPTY_DETAILS, authorisation: old, smsAccepted: true, smsPerMonth: 1_000 },
    settings: { PROD: keysAt('https://a.example/keys') },
  };
  const after: ServiceInUse = {
    details: { ...before.details, authorisation: wanted, smsPerMonth: 9_000 },
    settings: { PROD: keysAt('https://b.example/keys') },
  };
  const words = await serviceChangeKind.words?.(db.database, [before, after], 'en');
  expect(serviceChangeKind.lines(before, after, 'en', words)).toEqual([
    {
      label: 'Authorisation',
      before: expect.stringContaining('RR 1/2026'),
      after: expect.stringMatching(/RR 2\/2026, until 30 June 2027/),
    },
    { label: 'At most so many SMS messages a month', before: '1.000', after: '9.000' },
    {
      label: 'Address of the service’s keys (PROD)',
      before: 'https://a.example/keys',
      after: 'https://b.example/keys',
    },
  ]);
});

it('XS-29 where the keys of a service stand takes two people', () => {
  const of = (jwksUri: string) =>
    serviceChangeKind.sensitive({ details: EMPTY_DETAILS, settings: { PROD: keysAt(jwksUri) } }).addresses;
  expect(of('https://a.example/keys')).not.toEqual(of('https://b.example/keys'));
});

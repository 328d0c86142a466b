import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { testDatabase, type TestDatabase } from '#libs/testing';
import {
  AGENCY,
  agencyFile,
  oidcFile,
  OTHER_AGENCY,
  samlFile,
  serviceProviderMetadata,
} from './agencies.fixtures.js';
import { AgenciesStore } from './agencies.store.js';
import { parseAgencyFile } from './agency-file.js';
import { parseApplicationFile } from './application-file.js';
import { ApplicationsStore } from './applications.store.js';
import { registerApplication } from './register-application.js';

let db: TestDatabase;
let applications: ApplicationsStore;
let agencies: AgenciesStore;

/** In the role of the administration, which registers applications beside the command line. */
beforeAll(async () => {
  db = await testDatabase({ role: 'csam_admin' });
  applications = new ApplicationsStore(db.database);
  agencies = new AgenciesStore(db.database);
});
afterAll(() => db.drop());

const addAgency = (number: string) => {
  const read = parseAgencyFile({ ...agencyFile, number });
  if (read.kind === 'invalid') throw new Error(read.problems.join());
  return agencies.ensure(read.file);
};

const register = (file: object, metadata?: string) => {
  const read = parseApplicationFile(file);
  if (read.kind === 'invalid') throw new Error(read.problems.join());
  return db.database.transaction((tx) => registerApplication(tx, read.file, metadata));
};

let counter = 0;
/** A file with a client id of its own. */
const anotherFile = (changes: object = {}, oidc: object = {}) => ({
  ...oidcFile,
  ...changes,
  oidc: { ...oidcFile.oidc, clientId: `client-${++counter}`, ...oidc },
});

const registered = async (file: object, metadata?: string) => {
  const outcome = await register(file, metadata);
  if (outcome.kind === 'refused') throw new Error(outcome.problem);
  const found = await applications.find(outcome.id);
  if (found === undefined) throw new Error('what was registered is not there');
  return found;
};

beforeEach(() => addAgency(AGENCY));

describe('an agency', () => {
  it('that is known is left as it is', async () => {
    expect(await addAgency(OTHER_AGENCY)).toBe(true);
    expect(
      await agencies.ensure({ ...agencyFile, number: OTHER_AGENCY as never, agreementVersion: '2' }),
    ).toBe(false);
    expect(await agencies.all()).toEqual([
      { ...agencyFile, number: OTHER_AGENCY, state: 'active' },
      { ...agencyFile, state: 'active' },
    ]);
  });

  it('that is not known cannot have an application', async () => {
    const { database } = db;
    const before = await database.query('select 1 from agencies.authorisation');
    expect(await register(anotherFile({ agency: '0700000005' }))).toEqual({
      kind: 'refused',
      reason: 'unknown-agency',
      problem: 'No agency 0700000005 is known.',
    });
    expect(await database.query('select 1 from agencies.authorisation')).toEqual(before);
  });
});

describe('an application over OpenID Connect', () => {
  it('is stored with every field of its file, and of the secret only the hash', async () => {
    const application = await registered(oidcFile);
    const { clientSecret, ...settings } = oidcFile.oidc;
    expect(application).toMatchObject({
      agency: { number: AGENCY, name: agencyFile.name },
      name: oidcFile.name,
      environment: 'INT',
      state: 'active',
      minimumLevel: 400,
      keys: oidcFile.keys,
      contexts: oidcFile.contexts,
      attributes: [
        { name: 'egovNRN', mandatory: true },
        { name: 'givenName', mandatory: false },
      ],
      authorisation: { ...oidcFile.legalBasis, attributes: oidcFile.attributes },
    });
    expect(application.oidc).toEqual({
      ...settings,
      clientSecretHash: createHash('sha256').update(clientSecret).digest('hex'),
    });
    const [row] = await db.database.query<{ text: string }>(
      'select application::text as text from agencies.application where id = $1',
      [application.id],
    );
    expect(row?.text).not.toContain(clientSecret);
  });

  it('is found by its client id', async () => {
    const file = anotherFile();
    const { id } = await registered(file);
    expect(await applications.findByClientId(file.oidc.clientId)).toMatchObject({ id });
  });

  it('cannot take the client id of another', async () => {
    const file = anotherFile();
    await registered(file);
    expect(await register({ ...file, environment: 'ACC' })).toEqual({
      kind: 'refused',
      reason: 'client-id-taken',
      problem: `The client id ${file.oidc.clientId} is taken.`,
    });
  });

  it('of two that come at once with the same client id is registered once', async () => {
    const file = anotherFile();
    const outcomes = await Promise.allSettled([register(file), register(file)]);
    const taken = outcomes.filter(
      (outcome) => outcome.status === 'fulfilled' && outcome.value.kind === 'registered',
    );
    expect(taken).toHaveLength(1);
  });

  it('must prove possession of the code (RFC 7636), unless it has a secret or says otherwise', async () => {
    const byKey = { tokenEndpointAuthMethod: 'private_key_jwt', clientSecret: undefined };
    const pkceOf = async (oidc: object) => (await registered(anotherFile({}, oidc))).oidc?.requirePkce;
    expect(await pkceOf({ requirePkce: undefined })).toBe(false);
    expect(await pkceOf({ requirePkce: true })).toBe(true);
    expect(await pkceOf({ ...byKey, requirePkce: undefined })).toBe(true);
    expect(await pkceOf({ ...byKey, requirePkce: false })).toBe(false);
  });

  it('of profile high has its tokens bound by DPoP unless it says by certificate', async () => {
    const high = {
      profile: 'high',
      tokenEndpointAuthMethod: 'private_key_jwt',
      clientSecret: undefined,
      tokenBinding: undefined,
    };
    expect((await registered(anotherFile({}, high))).oidc).toMatchObject({ tokenBinding: 'dpop' });
  });
});

describe('an application over SAML', () => {
  const metadata = serviceProviderMetadata('https://proef.example/saml');

  it('is stored with its metadata and found by its entity id', async () => {
    const { id } = await registered(samlFile, metadata);
    expect(await applications.findByEntityId('https://proef.example/saml')).toMatchObject({
      id,
      saml: {
        entityId: 'https://proef.example/saml',
        metadata,
        wantAssertionsEncrypted: false,
        requireSignedRequests: true,
        allowCbcEncryption: true,
        allowSha1: true,
      },
    });
  });

  it('is refused when nothing can be encrypted for it and it wants that (SR-5)', async () => {
    const saml = { ...samlFile.saml, wantAssertionsEncrypted: true };
    const keyless = serviceProviderMetadata('https://keyless.example/saml');
    expect(await register({ ...samlFile, saml }, keyless)).toMatchObject({
      kind: 'refused',
      reason: 'metadata',
      problem: expect.stringContaining('encrypt'),
    });
  });

  it('cannot take the entity id of another', async () => {
    const taken = serviceProviderMetadata('https://taken.example/saml');
    await registered(samlFile, taken);
    expect(await register(samlFile, taken)).toEqual({
      kind: 'refused',
      reason: 'entity-id-taken',
      problem: 'The entity https://taken.example/saml is registered already.',
    });
  });

  it.each([
    ['no metadata', undefined],
    ['no XML', 'metadata'],
    ['another document', '<html/>'],
  ])('is refused with %s', async (_, text) => {
    expect(await register(samlFile, text)).toMatchObject({
      kind: 'refused',
      reason: 'metadata',
      problem: expect.stringMatching(/^saml\.metadataFile: \S/),
    });
  });
});

describe('a legal basis', () => {
  const basis = {
    kind: 'LAW',
    reference: 'Law of the test',
    validFrom: '2026-01-01',
    validUntil: '2026-12-31',
  };
  const leaningOn = (legalBasis: object, attributes: string[]) =>
    registered(anotherFile({ legalBasis, attributes, mandatoryAttributes: [] }));

  it('that the agency holds is never widened by another application', async () => {
    const first = await leaningOn(basis, ['givenName']);
    const second = await leaningOn({ ...basis, validFrom: '2020-01-01', validUntil: '2039-12-31' }, [
      'givenName',
      'egovNRN',
    ]);
    expect(second.authorisation).toEqual({
      ...basis,
      id: first.authorisation?.id,
      attributes: ['givenName'],
    });
    expect(await applications.find(first.id)).toEqual(first);
  });

  it('is leaned on for no longer than the application says', async () => {
    const narrow = { ...basis, validFrom: '2026-03-01', validUntil: '2026-06-30' };
    expect((await leaningOn(narrow, ['givenName'])).authorisation).toMatchObject(narrow);
  });

  it('of one agency is not that of another', async () => {
    await addAgency(OTHER_AGENCY);
    const attributes = ['givenName', 'surname'];
    const other = await registered(
      anotherFile({ agency: OTHER_AGENCY, legalBasis: basis, attributes, mandatoryAttributes: [] }),
    );
    expect(other.authorisation?.attributes).toEqual(attributes);
  });

  it('is not needed by an application without attributes', async () => {
    const application = await registered(
      anotherFile({ legalBasis: undefined, attributes: [], mandatoryAttributes: [] }),
    );
    expect(application).not.toHaveProperty('authorisation');
  });
});

describe('a change', () => {
  it('is announced once it is committed, with the id of the application', async () => {
    const heard: string[] = [];
    const stop = await db.database.listen('application_changed', (payload) => void heard.push(payload));
    onTestFinished(stop);
    const { id } = await registered(anotherFile());
    await vi.waitFor(() => expect(heard).toContain(id));
    heard.length = 0;
    await applications.setState(id, 'suspended');
    await vi.waitFor(() => expect(heard).toEqual([id]));
    expect(await applications.find(id)).toMatchObject({ state: 'suspended' });
  });
});

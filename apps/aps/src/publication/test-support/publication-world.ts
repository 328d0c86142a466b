import { randomUUID } from 'node:crypto';
import { AgenciesStore, ApplicationsStore, type NewApplication } from '#libs/agencies';
import { AuditReader, AuditWriter } from '#libs/audit';
import type { ApsTokenClaims, AttributeRequest } from '#libs/attributes';
import type { Clock, EnterpriseNumber, FedId, PersonNumber } from '#libs/kernel';
import { PeopleStore } from '#libs/people';
import { BlindIndex, FieldCipher, MasterKey } from '#libs/security';
import { testDatabase } from '#libs/testing';
import { ContactDataSource } from '../../sources/contact-data/contact-data.source.js';
import { StoredContacts } from '../../sources/contact-data/stored-contacts.js';
import { GuardedSource } from '../../sources/guarded-source.js';
import { IdentitySource } from '../../sources/identity/identity.source.js';
import { NationalRegisterSource } from '../../sources/national-register/national-register.source.js';
import { SoapTransport } from '../../sources/soap/soap-transport.js';
import {
  INVENTED_NUMBER,
  personFound,
} from '../../sources/national-register/test-support/recorded-answers.js';
import {
  party,
  registerStandIn,
  sealed,
  type Reply,
} from '../../sources/national-register/test-support/register.js';
import { ConsultationStore } from '../consultation.store.js';
import { PublicationService } from '../publication.service.js';
import { StoredApplications, StoredSubjects } from '../stored-directories.js';

export const NOW = new Date('2026-06-15T10:00:00Z');
const AGENCY = '0671516647' as EnterpriseNumber;
const ATTRIBUTES = ['egovNRN', 'givenName', 'surname', 'mail', 'prefLanguage', 'fedid'];

/** The publication of attributes with its own database and a register that can be made to fail. */
export async function publicationWorld({ now = NOW }: { now?: Date } = {}) {
  const clock: Clock = { now: () => now };
  const [owner, register, aps] = await Promise.all([
    testDatabase(),
    party('Register', now),
    party('APS', now),
  ]);
  const { database } = owner;
  const masterKey = MasterKey.fromSecret(Buffer.alloc(32, 7));
  const people = new PeopleStore(database, new FieldCipher(masterKey), new BlindIndex(masterKey));
  const applications = new ApplicationsStore(database);

  const normal: Reply = () => ({ text: sealed(personFound(), { by: register, created: now }) });
  let reply = normal;
  const standIn = await registerStandIn((request) => reply(request));
  const endpoint = { url: standIn.url };
  const server = { certificates: [register.certificate], clockSkew: 60_000 };
  const guarded = [
    new IdentitySource(),
    new ContactDataSource(new StoredContacts(people)),
    new NationalRegisterSource({ transport: new SoapTransport(endpoint), signer: aps, server, clock }),
  ].map(
    (source) =>
      new GuardedSource(source, { timeout: 3_000, concurrency: 20, failures: 50, cooldown: 1_000, clock }),
  );

  const service = new PublicationService({
    applications: new StoredApplications(applications),
    subjects: new StoredSubjects(people),
    sources: guarded,
    consultations: new ConsultationStore(database),
    audit: new AuditWriter({ database, clock }),
    clock,
    servedEnvironments: ['INT'],
  });

  const agencies = new AgenciesStore(database);
  const name = { nl: 'Testdienst', fr: 'Service de test', de: 'Testdienst', en: 'Test service' };
  await agencies.ensure({ number: AGENCY, name, agreementVersion: '1' });

  return {
    database,
    url: owner.url,
    masterKey,
    nationalRegister: { endpoint, signer: aps, server, timeout: 3_000 },
    people,
    applications,
    service,
    audit: new AuditReader(database),
    requestsToRegister: standIn.requests,
    registerDoes(next: Reply | undefined) {
      reply = next ?? normal;
    },

    /** An application with every attribute of FAS under RR 21/2015, unless changed. */
    async application(
      change: Partial<NewApplication> = {},
      covered: readonly string[] = ATTRIBUTES,
    ): Promise<string> {
      const basis = {
        kind: 'RR_21_2015',
        reference: `RR 21/2015 ${randomUUID()}`,
        validFrom: '2026-01-01',
      } as const;
      const id = await agencies.ensureLegalBasis(AGENCY, basis, covered);
      return applications.add({
        agency: AGENCY,
        name,
        environment: 'INT',
        minimumLevel: 200,
        keys: ['totp'],
        contexts: ['citizen'],
        attributes: ATTRIBUTES.map((attribute) => ({ name: attribute, mandatory: false })),
        basis: { id, validFrom: '2026-01-01' },
        ...change,
      });
    },

    async person({ withNumber = true, enrolment = 'eid' as 'eid' | 'self' } = {}): Promise<FedId> {
      const { fedId } = await people.create({ enrolment, language: 'fr' });
      if (withNumber) {
        // One invented number serves all people of this file, one after the other.
        await database.query('delete from people.identifier');
        await people.addNumber(fedId, { register: 'national', number: INVENTED_NUMBER as PersonNumber });
      }
      await people.addContact(fedId, {
        kind: 'mail',
        value: `${fedId}@example.be`,
        primary: true,
        verified: true,
      });
      return fedId;
    },

    caller: (sub: FedId, client_id: string, change: Partial<ApsTokenClaims> = {}): ApsTokenClaims => ({
      sub,
      client_id,
      jti: randomUUID(),
      journey: 'journey-1',
      purpose: 'sign-in',
      ...change,
    }),

    async close() {
      standIn.close();
      await owner.drop();
    },
  };
}

export type PublicationWorld = Awaited<ReturnType<typeof publicationWorld>>;

export const asking = (...attributes: string[]): AttributeRequest => ({
  attributes,
  context: 'citizen',
  language: 'fr',
});

import { randomUUID } from 'node:crypto';
import { AgenciesStore, ApplicationsStore, type NewApplication } from '#libs/agencies';
import { AuditWriter } from '#libs/audit';
import type { ApsTokenClaims, AttributeRequest } from '#libs/attributes';
import { EnterprisesStore } from '#libs/enterprises';
import { createLogger } from '#libs/http';
import { registerOf, type Clock, type EnterpriseNumber, type FedId, type PersonNumber } from '#libs/kernel';
import { Metrics } from '#libs/metrics';
import { PeopleStore } from '#libs/people';
import { BlindIndex, FieldCipher, MasterKey } from '#libs/security';
import { testDatabase, specAuditReader, specRecordKeys } from '#libs/testing';
import { busStandIn } from '../../sources/mandates/test-support/bus-stand-in.js';
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
import { sourceRegistry } from '../../sources/sources.js';
import { Admission } from '../admission.js';
import { ConsultationStore } from '../consultation.store.js';
import { EnterpriseOptions } from '../enterprise-options.js';
import { EnterprisesService } from '../enterprises.service.js';
import { NumberChange } from '../number-change.js';
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
  const unknown: Reply = () => ({ status: 503, text: '' });
  let reply = normal;
  let bisReply = unknown;
  const [standIn, bisStandIn, functions, roles] = await Promise.all([
    registerStandIn((request) => reply(request)),
    registerStandIn((request) => bisReply(request)),
    busStandIn(),
    busStandIn(),
  ]);
  const server = { certificates: [register.certificate], clockSkew: 60_000 };
  const soap = ({ url }: { url: string }) => ({ endpoint: { url }, signer: aps, server, timeout: 3_000 });
  const sources = {
    nationalRegister: soap(standIn),
    bisRegister: { ...soap(bisStandIn), customer: AGENCY, legalContext: 'CSAM:TEST' },
    enterpriseRegister: functions.settings,
    roleAdministration: roles.settings,
  };
  const guards = { concurrency: 20, failures: 50, cooldown: 1_000 };
  const calls: { party: string; answered: boolean }[] = [];
  const registry = sourceRegistry({
    settings: { ...sources, guards },
    database,
    people,
    availability: { note: (name, answered) => void calls.push({ party: name, answered }) },
    clock,
    metrics: new Metrics('aps'),
    logger: createLogger('aps', 'silent'),
  });
  const audit = new AuditWriter({ database, keys: specRecordKeys(database), clock });
  const subjects = new StoredSubjects(people);
  const admission = new Admission({ applications: new StoredApplications(applications), subjects, audit });
  const common = {
    admission,
    consultations: new ConsultationStore(database),
    audit,
    clock,
    servedEnvironments: ['INT'],
  };
  const service = new PublicationService({
    ...common,
    subjects,
    sources: registry.sources,
    numbers: new NumberChange({ database, people, audit }),
  });
  const enterprises = new EnterprisesService({
    ...common,
    mandates: registry.mandates,
    options: new EnterpriseOptions(new EnterprisesStore(database)),
  });

  const agencies = new AgenciesStore(database);
  const name = { nl: 'Testdienst', fr: 'Service de test', de: 'Testdienst', en: 'Test service' };
  await agencies.ensure({ number: AGENCY, name, agreementVersion: '1' });

  return {
    database,
    url: owner.url,
    masterKey,
    sources,
    register,
    functions,
    roles,
    calls,
    enterprises,
    people,
    applications,
    service,
    audit: specAuditReader(database),
    requestsToRegister: standIn.requests,
    requestsToBis: bisStandIn.requests,
    bisDoes(next: Reply | undefined) {
      bisReply = next ?? unknown;
    },
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

    async person({
      withNumber = true,
      enrolment = 'eid' as 'eid' | 'self',
      number = INVENTED_NUMBER,
    } = {}): Promise<FedId> {
      const { fedId } = await people.create({ enrolment, language: 'fr' });
      if (withNumber) {
        // One invented number serves all people of this file, one after the other.
        await database.query('delete from people.identifier');
        const own = number as PersonNumber;
        await people.addNumber(fedId, { register: registerOf(own), number: own });
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
      for (const party of [standIn, bisStandIn, functions, roles]) party.close();
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

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  AgenciesStore,
  ApplicationsStore,
  parseApplicationFile,
  registerApplication,
  type LegalBasisKind,
} from '#libs/agencies';
import { ATTRIBUTES } from '#libs/attributes';
import type { Queryable } from '#libs/database';
import { importKbo } from '#libs/enterprises';
import type { EnterpriseNumber } from '#libs/kernel';
import {
  DEMO_AGENCY,
  demoApplications,
  ensureCardGateKeys,
  ensureCardWorld,
  ensureEidasNodeKeys,
  ensureNationalRegisterKeys,
  ensureOpenData,
  ensureServiceBusSecret,
  ensureServiceProvider,
  type DemoApplication,
  type DemoWorld,
} from '#libs/testing';
import { CommandProblem } from '../command-problem.js';
import type { Workbench } from '../workbench.js';
import { addDemoCertificates } from './demo-certificates.js';
import { addDemoPeople } from './add-demo-people.js';
import { addProbes } from './add-probes.js';
import { addDemoStaff } from './demo-staff.js';
import { ContactStore } from '#libs/operations';
import { addOwnApplications } from './own-applications.js';

const BASES: readonly { kind: LegalBasisKind; reference: string }[] = [
  { kind: 'RR_21_2015', reference: 'RR 21/2015' },
  { kind: 'RR_OWN', reference: 'RR 83/2016' },
  { kind: 'LAW', reference: 'Law of 18 July 2017' },
  { kind: 'PROTOCOL', reference: 'Protocol 1/2026' },
];

/** Loads what is missing of the demo world; what is there stays as it is. */
export async function loadDemoWorld(
  workbench: Workbench,
  world: DemoWorld,
): Promise<{ people: number; applications: number }> {
  const { config } = workbench;
  const sandbox = config.baseUrl.sandbox;
  if (sandbox === undefined) throw new CommandProblem('The demo world needs the address of the sandbox.');
  await ensureNationalRegisterKeys(config.dataDirectory);
  await ensureCardGateKeys(config.dataDirectory, new URL(config.baseUrl.card).hostname);
  await ensureEidasNodeKeys(config.dataDirectory);
  ensureServiceBusSecret(config.dataDirectory, world);
  const openData = await ensureOpenData(join(config.dataDirectory, 'demo', 'enterprise-register'));
  const folder = await ensureCardWorld(config.dataDirectory, world, sandbox);
  const serviceProvider = await ensureServiceProvider(config.dataDirectory, sandbox);
  const database = await workbench.database();
  // Refused when it is there already, which is well.
  await importKbo({ database, file: openData });
  const people = await database.transaction((tx) => addDemoPeople(tx, workbench, world));
  await database.transaction((tx) => addDemoCertificates(tx, workbench, { world, folder }));
  await database.transaction((tx) => addAgency(tx));
  await database.transaction((tx) => addDemoStaff(tx, world));
  await new ContactStore(database, { cipher: workbench.cipher, index: workbench.index }).add({
    agency: DEMO_AGENCY as EnterpriseNumber,
    address: 'outages@agency.example',
    language: 'nl',
  });
  const applications = demoApplications(world, {
    baseUrl: sandbox,
    serviceProviderMetadataFile: serviceProvider.metadataFile,
  });
  let added = await database.transaction((tx) => addOwnApplications(tx, workbench));
  added += await database.transaction((tx) => addProbes(tx, workbench, world));
  for (const application of applications) {
    if (await database.transaction((tx) => addApplication(tx, application))) added += 1;
  }
  return { people, applications: added };
}

async function addAgency(tx: Queryable): Promise<void> {
  const agencies = new AgenciesStore(tx);
  const number = DEMO_AGENCY as EnterpriseNumber;
  await agencies.ensure({
    number,
    agreementVersion: '1.0',
    name: {
      nl: 'Overheidsdienst Voorbeeld',
      fr: 'Service public Exemple',
      de: 'Öffentlicher Dienst Beispiel',
      en: 'Public Service Example',
    },
  });
  const everything = ATTRIBUTES.map(({ name }) => name);
  for (const basis of BASES) {
    await agencies.ensureLegalBasis(number, { ...basis, validFrom: '2016-01-01' }, everything);
  }
}

async function addApplication(tx: Queryable, application: DemoApplication): Promise<boolean> {
  const parsed = parseApplicationFile(application);
  if (parsed.kind === 'invalid')
    throw new Error(`a demo application is wrong: ${parsed.problems.join('; ')}`);
  const { file } = parsed;
  if (file.oidc && (await new ApplicationsStore(tx).findByClientId(file.oidc.clientId))) return false;
  const metadata = file.saml?.metadataFile && readFileSync(file.saml.metadataFile, 'utf8');
  const outcome = await registerApplication(tx, file, metadata);
  return outcome.kind === 'registered';
}

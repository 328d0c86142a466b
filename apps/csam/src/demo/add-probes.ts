import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApplicationsStore, parseApplicationFile, registerApplication } from '#libs/agencies';
import type { Queryable } from '#libs/database';
import { DigitalKeysStore, SelfregStore } from '#libs/digital-keys';
import { PeopleStore } from '#libs/people';
import { PasswordHasher } from '#libs/security';
import { DEMO_AGENCY, type DemoWorld } from '#libs/testing';
import { CommandProblem } from '../command-problem.js';
import type { Workbench } from '../workbench.js';

const common = {
  agency: DEMO_AGENCY,
  environment: 'INT',
  minimumLevel: 100,
  keys: ['selfreg'],
  contexts: ['citizen'],
  attributes: [],
  name: { nl: 'Peilingen van CSAM', fr: 'Sondes de CSAM', de: 'Sonden von CSAM', en: 'Probes of CSAM' },
} as const;

/** Services and profile with which the worker signs in to the end; says how many services were added. */
export async function addProbes(tx: Queryable, workbench: Workbench, world: DemoWorld): Promise<number> {
  const { probeClient, probeService, probeProfile } = workbench.config.operations;
  if (probeClient === undefined || probeService === undefined || probeProfile === undefined) return 0;
  const password = world.secret('probe-profile');
  const folder = join(workbench.config.dataDirectory, 'demo', 'probes');
  mkdirSync(folder, { recursive: true });
  const keep = (name: string, text: string) =>
    writeFileSync(join(folder, name), `${text}\n`, { mode: 0o600 });
  keep('password', password);
  keep('client-secret', world.clientSecret(probeClient.id));
  await addProfile(tx, workbench, { mail: probeProfile.mail, password });
  const oidc = {
    clientId: probeClient.id,
    clientSecret: world.clientSecret(probeClient.id),
    redirectUris: [probeClient.redirectUri],
    tokenEndpointAuthMethod: 'client_secret_basic',
    scopes: ['openid'],
    subjectType: 'pairwise',
  };
  const applications = new ApplicationsStore(tx);
  const known = (await applications.findByClientId(probeClient.id)) !== undefined;
  const added = [
    !known && (await register(tx, { ...common, oidc })),
    await register(tx, { ...common, saml: { metadataFile: 'none' } }, metadataOf(probeService)),
  ];
  return added.filter(Boolean).length;
}

async function register(tx: Queryable, description: unknown, metadata?: string): Promise<boolean> {
  const parsed = parseApplicationFile(description);
  if (parsed.kind === 'invalid') throw new CommandProblem(`probes: ${parsed.problems.join('; ')}`);
  return (await registerApplication(tx, parsed.file, metadata)).kind === 'registered';
}

const metadataOf = ({
  entityId,
  assertionConsumer,
}: Readonly<Record<'entityId' | 'assertionConsumer', string>>) =>
  `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${entityId}">` +
  '<md:SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">' +
  '<md:AssertionConsumerService index="0" Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"' +
  ` Location="${assertionConsumer}"/></md:SPSSODescriptor></md:EntityDescriptor>`;

async function addProfile(
  tx: Queryable,
  { cipher, index, masterKey }: Workbench,
  { mail, password }: { readonly mail: string; readonly password: string },
): Promise<void> {
  const profiles = new SelfregStore(tx, cipher, index);
  if (await profiles.findByUsername(mail)) return;
  const people = new PeopleStore(tx, cipher, index);
  const { fedId } = await people.create({ enrolment: 'self', language: 'en' });
  await people.addContact(fedId, { kind: 'mail', value: mail, primary: true, verified: true });
  const keyId = await new DigitalKeysStore(tx).add({ fedId, kind: 'selfreg', enrolment: 'self' });
  const passwordHash = await new PasswordHasher({ masterKey }).hash(password);
  await profiles.add(keyId, { mail, name: { given: 'Probe', family: 'CSAM' }, passwordHash });
}

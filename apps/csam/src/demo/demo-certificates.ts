import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Queryable } from '#libs/database';
import {
  CertificateStore,
  DigitalKeysStore,
  type NewDigitalKey,
  readCertificates,
  type Certificate,
} from '#libs/digital-keys';
import { cardRegister, certificateName, REGISTERED_CERTIFICATES, type DemoWorld } from '#libs/testing';
import type { Workbench } from '../workbench.js';

/**
 * Registers the certificates of the demo as keys of their people. They are made anew when the sandbox moves, so a
 * database that knew earlier ones gets those of now on top.
 */
export async function addDemoCertificates(
  tx: Queryable,
  { cipher, index }: Workbench,
  { world, folder }: { readonly world: DemoWorld; readonly folder: string },
): Promise<void> {
  const store = new CertificateStore(tx, cipher, index);
  for (const { name, person } of cardRegister(folder)) {
    const { fedId, enrolment = 'eid' } = world.person(person);
    const certificate = isKey(name, person) ? readCard(folder, name) : undefined;
    if (certificate === undefined || (await store.find(certificate))) continue;
    const keyId = await addKey(tx, { fedId, enrolment, expiresAt: certificate.notAfter });
    await store.add(keyId, certificate);
  }
}

const isKey = (name: string, person: string): boolean =>
  name === certificateName(person) || REGISTERED_CERTIFICATES.includes(name);

const readCard = (folder: string, name: string): Certificate | undefined =>
  readCertificates(
    readFileSync(join(folder, 'cards', `${name}.pem`), 'utf8').split(/(?=-----BEGIN PRIVATE)/)[0] ?? '',
  )[0];

const addKey = (
  tx: Queryable,
  of: Pick<NewDigitalKey, 'fedId' | 'enrolment' | 'expiresAt'>,
): Promise<string> => new DigitalKeysStore(tx).add({ ...of, kind: 'certificate', label: 'Demo' });

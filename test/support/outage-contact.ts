import { join } from 'node:path';
import { ContactStore } from '#libs/operations';
import type { EnterpriseNumber, Language } from '#libs/kernel';
import { BlindIndex, FieldCipher, masterKeyFromFile } from '#libs/security';
import { stack } from './stack.js';
import { inTransaction } from './stack-database.js';

/** Somebody who is told of maintenance and outages, as `csam maintenance contact` notes them. */
export function outageContact(address: string, language: Language, agency = '0671516647'): Promise<boolean> {
  const master = masterKeyFromFile(join(stack().dataFolder, 'master.key'));
  const secrets = { cipher: new FieldCipher(master), index: new BlindIndex(master) };
  return inTransaction((tx) =>
    new ContactStore(tx, secrets).add({ agency: agency as EnterpriseNumber, address, language }),
  );
}

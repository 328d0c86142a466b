import { AgenciesStore, ApplicationsStore } from '#libs/agencies';
import type { Database } from '#libs/database';
import type { EnterpriseNumber } from '#libs/kernel';

/** Registers an application in production, with its agency; gives its id. */
export async function specApplication(
  database: Database,
  agency: EnterpriseNumber,
  name: string,
): Promise<string> {
  const named = (text: string) => ({ nl: text, fr: text, de: text, en: text });
  await new AgenciesStore(database).ensure({ number: agency, name: named(`Agency of ${name}`) });
  return new ApplicationsStore(database).add({
    agency,
    name: named(name),
    environment: 'PROD',
    minimumLevel: 400,
    keys: ['eid', 'sms'],
    contexts: ['citizen'],
    attributes: [],
  });
}

import { randomUUID } from 'node:crypto';
import { AuditWriter, defineAuditEvent } from '#libs/audit';
import type { Database } from '#libs/database';
import { DigitalKeysStore } from '#libs/digital-keys';
import { days, type Clock, type EnterpriseNumber } from '#libs/kernel';
import { Outbox } from '#libs/messaging';
import { Announcer, contactBook, ContactStore, Incidents, Maintenance, SmsCapStore } from '#libs/operations';
import { PeopleStore } from '#libs/people';
import type { BlindIndex, FieldCipher } from '#libs/security';
import { specRecordKeys } from '#libs/testing';

export interface Secrets {
  readonly cipher: FieldCipher;
  readonly index: BlindIndex;
}

export const AGENCY = '0671516647' as EnterpriseNumber;
export const WORDS = { nl: 'a', fr: 'b', de: 'c', en: 'd' };

const Old = defineAuditEvent({
  name: 'EveryJobSpecOld',
  retention: 'authentication',
  meaning: 'Only in this test',
  fields: { n: 'number' },
});

const ago = (time: number): Clock => ({ now: () => new Date(Date.now() - time) });

/** What jobs that run by themselves find to do. */
export async function giveEveryJobSomethingToDo(database: Database, secrets: Secrets): Promise<void> {
  const people = new PeopleStore(database, secrets.cipher, secrets.index);
  const { fedId } = await people.create({ enrolment: 'eid', language: 'fr' });
  await people.addContact(fedId, { kind: 'mail', value: 'every@example.be', primary: true, verified: true });
  const keys = new DigitalKeysStore(database);
  for (const left of [days(3), -days(1)])
    await keys.add({
      fedId,
      kind: 'certificate',
      enrolment: 'eid',
      expiresAt: new Date(Date.now() + left),
    });
  await database.query(
    `insert into agencies.agency (number, name, agreement_version, agreement_signed_at) values ($1, $2, '1', now())`,
    [AGENCY, JSON.stringify(WORDS)],
  );
  await new ContactStore(database, secrets).add({
    agency: AGENCY,
    address: 'out@age.example',
    language: 'nl',
  });
  const shared = {
    database,
    announcer: new Announcer({ outbox: new Outbox(secrets), contacts: contactBook(secrets) }),
    audit: new AuditWriter({ database, keys: specRecordKeys(database) }),
  };
  const [by, reference] = ['spec', 'REF'];
  const rules = { leadDays: 7, reminderHours: 24 };
  const window = {
    components: ['my-keys'] as const,
    startsAt: new Date(Date.now() + days(0.5)),
    minutes: 30,
    impact: 'outage' as const,
    reason: WORDS,
  };
  const maintenance = new Maintenance({ ...shared, clock: ago(days(9)), rules });
  await maintenance.plan({ ...window, components: [...window.components] }, { by, reference });
  const incidents = new Incidents({
    ...shared,
    clock: ago(days(0.1)),
    rules: { failures: 1, successes: 1, vantagePoints: 1, quietMinutes: 1 },
  });
  const finding = { component: 'my-keys' as const, vantage: 'elsewhere', milliseconds: 1 };
  await incidents.note(
    { ...finding, works: false, problem: 'status-500', at: ago(days(0.2)).now() },
    reference,
  );
  await incidents.note({ ...finding, works: true, at: ago(days(0.1)).now() }, reference);
  await textMessages(database, secrets.cipher);
  await new AuditWriter({ database, keys: specRecordKeys(database), clock: ago(days(20)) }).record(Old, {
    reference: 'OLD',
    data: { n: 1 },
  });
}

/** Of last month, settled six hours after its end, and of this one, beyond a cap; months begin as in Belgium. */
async function textMessages(database: Database, cipher: FieldCipher): Promise<void> {
  const application = randomUUID();
  await database.query(
    `insert into operations.sms_price (valid_from, cents, created_by) values ('2020-01', 7, 'spec')`,
  );
  await database.query(
    `insert into messaging.sms (id, agency, application, encoding, segments, state, cost_period, charged_segments)
     select gen_random_uuid(), $1, $2, 'gsm-7', 1, 'delivered', to_char(month, 'YYYY-MM'), 1
       from (select now() at time zone 'Europe/Brussels' as here) clock,
            unnest(array[here, date_trunc('month', here - interval '6 hours') - interval '1 day']) month, generate_series(1, 5)`,
    [AGENCY, application],
  );
  const cap = {
    application,
    agency: AGENCY,
    messages: 5,
    address: 'bills@age.example',
    language: 'nl' as const,
  };
  await new SmsCapStore(database, cipher).set(cap, 'spec');
}

import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { BlindIndex, FieldCipher, MasterKey } from '#libs/security';
import { Outbox } from '../outbox.js';
import { OutboxStore } from '../outbox-store.js';
import { smppCentre, type SmppCentre } from '../sms/smpp-centre.fixtures.js';
import { AGENCY, APPLICATION, smsRoad, type SmsRoad } from '../sms/sms-road.fixtures.js';
import { SmsSender } from '../sms/sms-sender.js';
import { accountAlertText } from './account-alert/account-alert.text.js';
import { TextDelivery } from './text-delivery.js';
import { textTemplates } from './text-templates.js';

const TO = '+32470000001';

let centre: SmppCentre;
let road: SmsRoad;
let outbox: Outbox;
let cipher: FieldCipher;

beforeAll(async () => {
  centre = await smppCentre();
  road = await smsRoad(centre.port);
  const master = MasterKey.fromSecret(randomBytes(32));
  cipher = new FieldCipher(master);
  outbox = new Outbox({ cipher, index: new BlindIndex(master) });
});
afterAll(async () => {
  await road.close();
  await centre.close();
});
beforeEach(async () => {
  centre.state.behaviour = 'accept';
  centre.submitted.length = 0;
  await road.db.database.query('truncate messaging.outbox');
});
afterEach(() => road.reset());

const delivery = (attempts = 3) =>
  new TextDelivery({
    store: new OutboxStore(road.db.database),
    cipher,
    sender: new SmsSender({ gateway: road.gateway(), store: road.store }),
    channels: road.states,
    templates: textTemplates,
    payer: async () => Promise.resolve({ agency: AGENCY, application: APPLICATION }),
    attempts,
  });

async function written(deduplicationKey: string): Promise<string | undefined> {
  const outcome = await road.db.database.transaction((tx) =>
    outbox.add(tx, {
      kind: 'sms',
      template: accountAlertText,
      to: TO,
      language: 'nl',
      data: { what: 'phone-added' },
      deduplicationKey,
    }),
  );
  return outcome.kind === 'added' ? outcome.id : undefined;
}

const row = async (id: string) =>
  (await road.db.database.query('select state, data from messaging.outbox where id = $1', [id]))[0];

describe('a text message of the outbox', () => {
  it('goes out once and is charged once, whatever happens twice', async () => {
    const id = (await written('one')) ?? '';
    expect(await written('one')).toBeUndefined();
    const sending = delivery();
    expect(await sending.deliver(id)).toBe('sent');
    expect(await sending.deliver(id)).toBe('finished-before');
    expect(centre.submitted).toHaveLength(1);
    expect(centre.submitted[0]).toMatchObject({ to: TO, text: expect.stringContaining('telefoonnummer') });
    expect(await row(id)).toEqual({ state: 'sent', data: null });
    centre.tell(centre.submitted[0]?.id ?? '', 'DELIVRD');
    await vi.waitFor(async () => expect(await road.row(id)).toMatchObject({ charged_segments: 1 }), 10_000);
  });

  it('waits while the centre does not work, and is parked in the end', async () => {
    centre.state.behaviour = 'reset';
    const id = (await written('two')) ?? '';
    const sending = delivery(2);
    await expect(sending.deliver(id)).rejects.toThrow();
    expect(await row(id)).toMatchObject({ state: 'waiting', data: expect.any(String) });
    expect(await road.states.closedFor('sms')).toBeGreaterThan(0);
    await expect(sending.deliver(id)).rejects.toMatchObject({ message: 'channel-closed' });
    await road.states.open('sms');
    await expect(sending.deliver(id)).rejects.toThrow();
    expect(await row(id)).toMatchObject({ state: 'failed' });
  });
});

import { once } from 'node:events';
import smpp, { type Pdu, type Session } from 'smpp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runSandbox, type RunningSandbox } from '../test-support/running-sandbox.js';

let sandbox: RunningSandbox;
let session: Session;
beforeAll(async () => {
  sandbox = await runSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  session = smpp.connect({ host: '127.0.0.1', port: sandbox.smppPort });
  await once(session, 'connect');
});
afterEach(async () => {
  await sandbox.setFault({ target: 'smsc', mode: 'ok' });
  session.destroy();
});

const bind = (systemId = 'csam') =>
  new Promise<Pdu>((resolve) => session.bind_transceiver({ system_id: systemId, password: 'x' }, resolve));

const submit = (message: object) =>
  new Promise<Pdu>((resolve) =>
    session.submit_sm(
      { source_addr: 'CSAM', dest_addr_ton: 1, dest_addr_npi: 1, registered_delivery: 1, ...message },
      resolve,
    ),
  );

describe('the SMS centre of the sandbox', () => {
  it('shows a message and sends its delivery receipt', async () => {
    await bind();
    const receipt = once(session, 'deliver_sm') as Promise<[Pdu]>;
    const response = await submit({
      destination_addr: '32460000003',
      short_message: 'Uw code: 123456 — été',
    });
    expect(response.command_status).toBe(smpp.ESME_ROK);
    const [pdu] = await receipt;
    expect(pdu.esm_class).toBe(4);
    expect(pdu.receipted_message_id).toBe(response.message_id);
    expect(pdu.message_state).toBe(2);
    expect(String(pdu.short_message?.message)).toContain(`id:${response.message_id} sub:001 dlvrd:001`);
    expect(await sandbox.json('/sms.json?to=+32460000003')).toEqual([
      {
        to: '+32460000003',
        text: 'Uw code: 123456 — été',
        at: expect.stringMatching(/Z$/u) as string,
        id: response.message_id,
      },
    ]);
    expect(await sandbox.json('/sms.json?to=%2B32460000003')).toHaveLength(1);
    expect(await (await sandbox.get('/sms')).text()).toContain('Uw code: 123456');
  });

  it('puts a message in parts together', async () => {
    await bind();
    const part = (position: number, message: string) =>
      submit({
        destination_addr: '32460000007',
        short_message: { udh: Buffer.from([0x05, 0x00, 0x03, 0x2a, 0x02, position]), message },
      });
    const second = part(2, 'wereld');
    const first = part(1, 'Dag ');
    await Promise.all([second, first]);
    expect(await sandbox.json('/sms.json?to=+32460000007')).toMatchObject([{ text: 'Dag wereld' }]);
  });

  it('RF-1 shows a message once when a copy comes with the same reference', async () => {
    await bind();
    const sms = (user_message_reference: number, short_message = 'Uw code: 123456') =>
      submit({ destination_addr: '32460000011', short_message, user_message_reference });
    const first = await sms(4711);
    expect((await sms(4711)).message_id).toBe(first.message_id);
    expect(await sandbox.json('/sms.json?to=+32460000011')).toHaveLength(1);
    await sms(4712);
    await sms(4711, 'Uw code: 654321');
    expect(await sandbox.json('/sms.json?to=+32460000011')).toHaveLength(3);
  });

  it('takes nothing from who has not bound', async () => {
    const response = await submit({ destination_addr: '32460000001', short_message: 'x' });
    expect(response.command_status).toBe(smpp.ESME_RINVBNDSTS);
  });

  it('refuses an address that is no telephone', async () => {
    await bind();
    const response = await submit({ destination_addr: 'nobody', short_message: 'x' });
    expect(response.command_status).toBe(smpp.ESME_RINVDSTADR);
  });

  it('answers with a system error when told so', async () => {
    await bind();
    await sandbox.setFault({ target: 'smsc', mode: 'error' });
    const response = await submit({ destination_addr: '32460000005', short_message: 'x' });
    expect(response.command_status).toBe(smpp.ESME_RSYSERR);
    expect(await sandbox.json('/sms.json?to=+32460000005')).toEqual([]);
  });

  it('hangs until the fault is taken away, then drops the connection', async () => {
    await bind();
    await sandbox.setFault({ target: 'smsc', mode: 'hang' });
    const outcome = Promise.race([
      submit({ destination_addr: '32460000005', short_message: 'x' }).then(() => 'answered'),
      once(session, 'close').then(() => 'dropped'),
    ]);
    expect(await Promise.race([outcome, new Promise((resolve) => setTimeout(resolve, 200, 'waiting'))])).toBe(
      'waiting',
    );
    await sandbox.setFault({ target: 'smsc', mode: 'ok' });
    expect(await outcome).toBe('dropped');
  });

  it('answers garbage that breaks the session', async () => {
    await bind();
    await sandbox.setFault({ target: 'smsc', mode: 'garbage' });
    const broken = once(session, 'error');
    void submit({ destination_addr: '32460000005', short_message: 'x' });
    expect(String(await broken)).toContain('PDU length');
  });
});

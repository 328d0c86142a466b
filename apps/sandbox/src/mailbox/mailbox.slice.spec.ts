import { createTransport } from 'nodemailer';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { runSandbox, type RunningSandbox } from '../test-support/running-sandbox.js';

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await runSandbox();
});
afterAll(() => sandbox.stop());
afterEach(() => sandbox.setFault({ target: 'smtp', mode: 'ok' }));

const send = (mail: object) =>
  createTransport({
    host: '127.0.0.1',
    port: sandbox.smtpPort,
    ignoreTLS: true,
    socketTimeout: 2000,
  }).sendMail({
    from: 'CSAM <no-reply@csam.example>',
    ...mail,
  });

describe('the mail server of the sandbox', () => {
  it('shows a message as it was written, with every letter and attachment', async () => {
    await send({
      to: 'an.appelmoes@people.example',
      subject: 'Nouvelle connexion à été, größer – een heel lang onderwerp dat over meer dan één regel loopt',
      text: `Dag Ân,\n\n${'een lange regel '.repeat(20)}\n.\neinde = klaar`,
      html: '<p>Dag <b>Ân</b></p>',
      attachments: [{ filename: 'überzicht.txt', content: 'één' }],
    });
    expect(await sandbox.json('/mail.json?to=an.appelmoes@people.example')).toMatchObject([
      {
        to: 'an.appelmoes@people.example',
        subject:
          'Nouvelle connexion à été, größer – een heel lang onderwerp dat over meer dan één regel loopt',
        text: expect.stringContaining('einde = klaar') as string,
        html: expect.stringContaining('<b>Ân</b>') as string,
        attachments: [{ filename: 'überzicht.txt', contentType: 'text/plain', size: 5 }],
        at: expect.stringMatching(/^\d{4}-.*Z$/u) as string,
      },
    ]);
  });

  it('puts a message in the box of each recipient, newest first', async () => {
    const to = ['bram.boterkoek@people.example', 'lea.lierre@people.example'];
    await send({ to, subject: 'first', text: 'x' });
    await send({ to, subject: 'second', text: 'x' });
    const mails = (await sandbox.json('/mail.json?to=LEA.lierre@people.example')) as { subject: string }[];
    expect(mails.map(({ subject }) => subject)).toEqual(['second', 'first']);
  });

  it('shows messages on pages', async () => {
    await send({
      to: 'noah@people.example',
      subject: 'On <a> page',
      text: 'Hello <b>there</b>',
      html: '<i>hi</i>',
    });
    const list = await (await sandbox.get('/mail?to=noah@people.example')).text();
    expect(list).toContain('On &lt;a>');
    const path = /href="(\/mail\/\d+)"/u.exec(list)?.[1] ?? '';
    expect(await (await sandbox.get(path)).text()).toContain('Hello &lt;b>there');
    const body = await sandbox.get(`${path}/body.html`);
    expect(await body.text()).toContain('<i>hi</i>');
    expect(body.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('refuses for now when told so', async () => {
    await sandbox.setFault({ target: 'smtp', mode: 'error' });
    await expect(send({ to: 'x@people.example', text: 'x' })).rejects.toMatchObject({ responseCode: 451 });
    expect(await sandbox.json('/mail.json?to=x@people.example')).toEqual([]);
  });

  it.each(['reset', 'garbage'])('drops the connection under %s', async (mode) => {
    await sandbox.setFault({ target: 'smtp', mode });
    await expect(send({ to: 'y@people.example', text: 'x' })).rejects.toThrow();
    expect(await sandbox.json('/mail.json?to=y@people.example')).toEqual([]);
  });

  it('takes its time under delay', async () => {
    await sandbox.setFault({ target: 'smtp', mode: 'delay', ms: 300 });
    const start = performance.now();
    await send({ to: 'z@people.example', text: 'x' });
    expect(performance.now() - start).toBeGreaterThan(290);
  });
});

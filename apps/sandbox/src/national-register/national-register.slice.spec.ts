import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ensureServiceProviderKeys, nationalRegisterFolder } from '#libs/testing';

import { SandboxSettings } from '../sandbox-settings.js';
import { runSandbox, type RunningSandbox } from '../test-support/running-sandbox.js';
import {
  getPersonEnvelope,
  signedPartsOf,
  signEnvelope,
  type Question,
} from '../test-support/soap-client.js';

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await runSandbox();
});
afterAll(() => sandbox.stop());
afterEach(() => sandbox.setFault({ target: 'rijksregister', mode: 'ok' }));

const AN = '90021499801';

async function post(envelope: string, signal?: AbortSignal): Promise<{ status: number; xml: string }> {
  const response = await fetch(`${sandbox.url}/national-register/GetPersonService`, {
    method: 'POST',
    headers: { 'content-type': 'text/xml; charset=utf-8', soapaction: '""' },
    body: envelope,
    ...(signal && { signal }),
  });
  return { status: response.status, xml: await response.text() };
}

const question = (asked: Partial<Question> = {}) =>
  getPersonEnvelope({ personNumber: AN, ...asked }, sandbox.consumer.certificate);
const signed = (asked: Partial<Question> = {}) => signEnvelope(question(asked), sandbox.consumer.key);
const faultCode = (xml: string) => /<faultcode>([^<]+)</u.exec(xml)?.[1];

describe('the Rijksregister of the sandbox', () => {
  it('gives a signed answer to a signed question', async () => {
    const { status, xml } = await post(signed());
    expect(status).toBe(200);
    expect(xml).toContain('<per:state>ALIVE</per:state>');
    expect(xml).toContain('trust="AUTHENTIC_SOURCE" source="RN/RR"');
    expect(xml).toContain('<nam:firstName>An</nam:firstName><nam:firstName>Maria</nam:firstName>');
    expect(xml).toContain('<nam:lastName>Appelmoes</nam:lastName>');
    expect(xml).toContain('<cod:code>2</cod:code>');
    expect(xml).toContain('<dat:century>19</dat:century><dat:year>90</dat:year><dat:month>02</dat:month>');
    expect(xml).toContain('<head:messageId>question-1</head:messageId>');
    expect(signedPartsOf(xml, sandbox.serverCertificate).sort()).toEqual(['Body', 'Timestamp']);
  });

  it('records who asked what on whose behalf', async () => {
    await post(signed({ onBehalfOf: '0671516647' }));
    const [latest] = (await sandbox.json('/national-register/consultations.json')) as unknown[];
    expect(latest).toMatchObject({
      messageId: 'question-1',
      onBehalfOf: '0671516647',
      userNumber: AN,
      personNumber: AN,
      outcome: 'ALIVE',
    });
    expect(await (await sandbox.get('/national-register')).text()).toContain('0671516647');
  });

  it.each([
    ['of the deceased, says so', '42040499586', '<per:state>DECEASED</per:state>'],
    ['of a number that was replaced, gives a functional error', '85510999801', 'PERSON_NUMBER_REPLACED'],
    ['of a number that nobody has, gives a functional error', '85073003328', 'PERSON_NOT_FOUND'],
    ['of a number that cannot be, gives a functional error', '90021499802', 'PERSON_NUMBER_INVALID'],
    [
      'of a birth date that is unknown, gives zeros',
      '95200099672',
      '<dat:month>00</dat:month><dat:day>00</dat:day>',
    ],
  ])('%s', async (_promise, personNumber, expected) => {
    const { status, xml } = await post(signed({ personNumber }));
    expect(status).toBe(200);
    expect(xml).toContain(expected);
  });

  it.each<[string, () => string, string]>([
    ['unsigned', () => question(), 'wsse:InvalidSecurity'],
    [
      'changed after signing',
      () => signed().replaceAll(`m:personNumber>${AN}`, 'm:personNumber>82061999703'),
      'wsse:FailedCheck',
    ],
    [
      'of which only the Timestamp is signed',
      () => signEnvelope(question(), sandbox.consumer.key, ['TS']),
      'wsse:InvalidSecurity',
    ],
    ['that is too old', () => signed({ created: new Date(Date.now() - 3_600_000) }), 'wsse:InvalidSecurity'],
    ['in another namespace', () => signed({ messages: 'urn:other' }), 'soapenv:Client'],
    ['with a DOCTYPE', () => `<!DOCTYPE x>${signed()}`, 'soapenv:Client'],
    ['that is no XML', () => 'hello', 'soapenv:Client'],
    [
      'in a SOAP 1.2 envelope',
      () =>
        signed().replaceAll(
          'http://schemas.xmlsoap.org/soap/envelope/',
          'http://www.w3.org/2003/05/soap-envelope',
        ),
      'soapenv:VersionMismatch',
    ],
  ])('answers a question %s with a fault', async (_what, envelope, code) => {
    const { status, xml } = await post(envelope());
    expect(status).toBe(500);
    expect(faultCode(xml)).toBe(code);
    expect(signedPartsOf(xml, sandbox.serverCertificate).sort()).toEqual(['Body', 'Timestamp']);
  });

  it('knows a consumer only once its certificate is registered', async () => {
    const { dataDirectory } = sandbox.app.get(SandboxSettings);
    const files = await ensureServiceProviderKeys(dataDirectory);
    const certificate = readFileSync(files.certificateFile, 'utf8');
    const envelope = () =>
      signEnvelope(getPersonEnvelope({ personNumber: AN }, certificate), readFileSync(files.keyFile, 'utf8'));
    expect(faultCode((await post(envelope())).xml)).toBe('wsse:FailedAuthentication');
    writeFileSync(join(nationalRegisterFolder(dataDirectory), 'consumer-second.crt'), certificate);
    expect((await post(envelope())).status).toBe(200);
  });

  it('does not read a body that was wrapped around the signed one', async () => {
    const genuine = signed();
    const body = /<s:Body [\s\S]*<\/s:Body>/u.exec(genuine)?.[0] ?? '';
    const forged = body.replace('u:Id="Body"', 'u:Id="Forged"').replaceAll(AN, '82061999703');
    const wrapped = genuine
      .replace(body, forged)
      .replace('</s:Header>', `<x:Wrap xmlns:x="urn:x">${body}</x:Wrap></s:Header>`);
    expect(faultCode((await post(wrapped)).xml)).toBe('wsse:InvalidSecurity');
  });

  it.each([
    ['error', (xml: string) => expect(faultCode(xml)).toBe('soapenv:Server')],
    ['wrong-schema', (xml: string) => expect(xml).toContain('weather')],
    ['wrong-person', (xml: string) => expect(xml).not.toContain(AN)],
    ['garbage', (xml: string) => expect(xml).toContain('garbage')],
    ['drip', (xml: string) => expect(xml).toContain('Appelmoes')],
    ['delay', (xml: string) => expect(xml).toContain('Appelmoes')],
  ])('acts on the fault %s', async (mode, check) => {
    await sandbox.setFault({ target: 'rijksregister', mode, ms: 200 });
    const start = performance.now();
    check((await post(signed())).xml);
    if (mode === 'delay' || mode === 'drip') expect(performance.now() - start).toBeGreaterThan(190);
  });

  it('drops the connection under reset and answers nothing under hang', async () => {
    await sandbox.setFault({ target: 'rijksregister', mode: 'reset' });
    await expect(post(signed())).rejects.toThrow();
    await sandbox.setFault({ target: 'rijksregister', mode: 'hang' });
    await expect(post(signed(), AbortSignal.timeout(200))).rejects.toMatchObject({ name: 'TimeoutError' });
  });
});

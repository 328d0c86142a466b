import { X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { runSandbox, type RunningSandbox } from '../test-support/running-sandbox.js';

interface Card {
  readonly name: string;
  readonly authority: string;
  readonly serial: string;
  readonly pem: string;
  readonly p12: string;
  readonly revokedAt?: string;
}

let sandbox: RunningSandbox;
let cards: readonly Card[];
beforeAll(async () => {
  sandbox = await runSandbox();
  cards = (await sandbox.json('/cards.json')) as Card[];
});
afterAll(() => sandbox.stop());
afterEach(async () => {
  for (const target of ['ocsp', 'ocsp-responder']) await sandbox.setFault({ target, mode: 'ok' });
});

const bytes = async (path: string) => Buffer.from(await (await sandbox.get(path)).arrayBuffer());
const named = (name: string): Card => {
  const found = cards.find((card) => card.name === name);
  if (found === undefined) throw new Error(`no card ${name}`);
  return found;
};

describe('the cards of the sandbox', () => {
  it('are there for everybody who signs in with one', async () => {
    const people = (await sandbox.json('/people.json')) as {
      id: string;
      eid?: { pem: string; p12: string };
    }[];
    const withCard = people.filter(({ eid }) => eid !== undefined);
    expect(withCard.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['fabrice-fantome', 'jules-jonagold', 'rosa-ruimschoots']),
    );
    for (const { id, eid } of withCard) expect(named(id)).toMatchObject(eid ?? {});
  });

  it('can be put into a browser with the password demo, and into a program', async () => {
    for (const { p12, pem } of cards) {
      const pfx = await bytes(p12);
      expect(() => createSecureContext({ pfx, passphrase: 'demo' })).not.toThrow();
      expect(() => createSecureContext({ pfx, passphrase: 'other' })).toThrow();
      const text = (await bytes(pem)).toString();
      expect(() => createSecureContext({ cert: text, key: text })).not.toThrow();
    }
  });

  it('lead to the root that CSAM trusts, one excepted', async () => {
    const issuers = (await bytes('/cards/trust/issuers.pem'))
      .toString()
      .split(/(?<=-----END CERTIFICATE-----)/);
    const authorities = issuers.filter((pem) => pem.includes('BEGIN')).map((pem) => new X509Certificate(pem));
    const root = new X509Certificate(await bytes('/cards/trust/roots.pem'));
    expect(authorities.every((authority) => authority.verify(root.publicKey))).toBe(true);
    for (const card of cards.filter(({ authority }) => authority !== 'commercial')) {
      const certificate = new X509Certificate(await bytes(card.pem));
      const trusted = authorities.some((authority) => certificate.verify(authority.publicKey));
      expect(trusted).toBe(card.authority !== 'stranger');
    }
  });

  it('KY-5 of the company lead to the authority that CSAM trusts for certificates, and to no other', async () => {
    const company = new X509Certificate(await bytes('/cards/trust/commercial.pem'));
    const people = (await sandbox.json('/people.json')) as { id: string; certificate?: { pem: string } }[];
    const owners = people.filter(({ certificate }) => certificate !== undefined);
    expect(owners.map(({ id }) => id)).toEqual(['eline-eekhoorn', 'rosa-ruimschoots']);
    for (const { certificate } of owners) {
      const own = new X509Certificate(await bytes(certificate?.pem ?? ''));
      expect(own.verify(company.publicKey)).toBe(true);
    }
  });

  it.each(['/cards/nobody.pem', '/cards/..%2Fregister.json', '/cards/fabrice-fantome.key'])(
    '%s is none',
    async (path) => {
      expect((await sandbox.get(path)).status).toBe(404);
    },
  );

  it('can be reported lost, and found again', async () => {
    const set = (revoked: boolean) =>
      fetch(`${sandbox.url}/cards`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name: 'lea-lierre', revoked }),
        redirect: 'manual',
      });
    const { serial } = named('lea-lierre');
    const isListed = async () => (await bytes('/pki/crl/citizen.crl')).includes(Buffer.from(serial, 'hex'));
    expect(await isListed()).toBe(false);
    expect((await set(true)).status).toBe(303);
    expect(await isListed()).toBe(true);
    await set(false);
    expect(await isListed()).toBe(false);
  });
});

describe('the authorities’ servers', () => {
  const ask = (signal?: AbortSignal) =>
    fetch(`${sandbox.url}/pki/ocsp/citizen`, {
      method: 'POST',
      headers: { 'content-type': 'application/ocsp-request' },
      body: 'no question',
      ...(signal && { signal }),
    });

  it('answer in the types of the protocols', async () => {
    expect((await ask()).headers.get('content-type')).toBe('application/ocsp-response');
    const list = await sandbox.get('/pki/crl/foreigner.crl');
    expect(list.headers.get('content-type')).toBe('application/pkix-crl');
    expect((await sandbox.get('/pki/crl/moon.crl')).status).toBe(404);
    expect((await sandbox.get('/pki/ocsp/citizen/../../people.json')).status).not.toBe(500);
  });

  it.each(['ocsp', 'ocsp-responder'])('fail as the switch %s says', async (target) => {
    const list = () => sandbox.get('/pki/crl/citizen.crl');
    await sandbox.setFault({ target, mode: 'reset' });
    await expect(ask()).rejects.toThrow();
    if (target === 'ocsp') await expect(list()).rejects.toThrow();
    else expect((await list()).status).toBe(200);
    await sandbox.setFault({ target, mode: 'garbage' });
    expect(await (await ask()).text()).toBe('no such thing');
    await sandbox.setFault({ target, mode: 'hang' });
    await expect(ask(AbortSignal.timeout(300))).rejects.toThrow();
  });
});

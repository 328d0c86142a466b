import 'reflect-metadata';
import { webcrypto, X509Certificate } from 'node:crypto';
import {
  BasicConstraintsExtension,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
  type X509Certificate as Made,
} from '@peculiar/x509';
import { beforeAll, describe, expect, it } from 'vitest';
import { CertificateAuthorities } from './certificate-authorities.js';
import { carriesName } from './certificate-names.js';

const signingAlgorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const DAY = 86_400_000;
const NOW = new Date('2026-06-15T12:00:00Z');

interface Issued {
  readonly certificate: Made;
  readonly keys: CryptoKeyPair;
}

async function issue(subject: string, by?: Issued, { ca = false, days = 30 } = {}): Promise<Issued> {
  const keys = (await webcrypto.subtle.generateKey(signingAlgorithm, true, [
    'sign',
    'verify',
  ])) as CryptoKeyPair;
  const certificate = await X509CertificateGenerator.create(
    {
      subject,
      issuer: by?.certificate.subject ?? subject,
      notBefore: new Date(NOW.getTime() - DAY),
      notAfter: new Date(NOW.getTime() + days * DAY),
      publicKey: keys.publicKey,
      signingKey: (by ?? { keys }).keys.privateKey,
      signingAlgorithm,
      extensions: [
        new BasicConstraintsExtension(ca),
        new SubjectAlternativeNameExtension([
          { type: 'dns', value: 'client.example' },
          { type: 'url', value: 'https://client.example/id' },
          { type: 'email', value: 'client@example.org' },
          { type: 'ip', value: '192.0.2.7' },
        ]),
      ],
    },
    webcrypto as Crypto,
  );
  return { certificate, keys };
}

const read = ({ certificate }: Issued) => new X509Certificate(Buffer.from(certificate.rawData));
const pem = (...all: Issued[]) => all.map(({ certificate }) => certificate.toString('pem')).join('\n');

let root: Issued;
let middle: Issued;
let client: Issued;
beforeAll(async () => {
  root = await issue('CN=Root, O=Agencies, C=BE', undefined, { ca: true });
  middle = await issue('CN=Middle, O=Agencies, C=BE', root, { ca: true });
  client = await issue('C=BE, O=Agency, CN=client', middle);
});

describe('authorities of clients vouch', () => {
  it('for a certificate with a chain up to a root of theirs', () => {
    expect(new CertificateAuthorities(pem(root, middle)).vouchFor(read(client), NOW)).toBe(true);
  });

  it('for none whose chain is broken, whose root is not theirs, or that signs for itself', async () => {
    expect(new CertificateAuthorities(pem(root)).vouchFor(read(client), NOW)).toBe(false);
    expect(new CertificateAuthorities(pem(middle)).vouchFor(read(client), NOW)).toBe(false);
    expect(new CertificateAuthorities('').vouchFor(read(client), NOW)).toBe(false);
    const lonely = await issue('CN=Lonely');
    expect(new CertificateAuthorities(pem(root, middle, lonely)).vouchFor(read(lonely), NOW)).toBe(false);
  });

  it('for none by the name of an authority alone', async () => {
    const impostor = await issue('CN=Root, O=Agencies, C=BE', undefined, { ca: true });
    const forged = await issue('CN=client', impostor);
    expect(new CertificateAuthorities(pem(root, middle)).vouchFor(read(forged), NOW)).toBe(false);
  });

  it('for none that another client signed', async () => {
    const forged = await issue('CN=other', client);
    expect(new CertificateAuthorities(pem(root, middle, client)).vouchFor(read(forged), NOW)).toBe(false);
  });

  it('today only', () => {
    const authorities = new CertificateAuthorities(pem(root, middle));
    expect(authorities.vouchFor(read(client), new Date(NOW.getTime() + 31 * DAY))).toBe(false);
    expect(authorities.vouchFor(read(client), new Date(NOW.getTime() - 2 * DAY))).toBe(false);
  });
});

describe('a certificate is recognised by the name that was registered', () => {
  it.each([
    ['tls_client_auth_subject_dn', 'CN=client,O=Agency,C=BE'],
    ['tls_client_auth_subject_dn', 'C=BE, O=Agency, CN=client'],
    ['tls_client_auth_san_dns', 'client.example'],
    ['tls_client_auth_san_uri', 'https://client.example/id'],
    ['tls_client_auth_san_email', 'client@example.org'],
    ['tls_client_auth_san_ip', '192.0.2.7'],
  ] as const)('%s %s', (kind, expected) => {
    expect(carriesName(read(client), kind, expected)).toBe(true);
  });

  it.each([
    ['tls_client_auth_subject_dn', 'CN=client'],
    ['tls_client_auth_subject_dn', 'CN=client, O=Agency, C=BE, OU=x'],
    ['tls_client_auth_subject_dn', 'O=Agency, CN=client, C=BE'],
    ['tls_client_auth_subject_dn', '=,='],
    ['tls_client_auth_san_dns', 'CLIENT'],
    ['tls_client_auth_san_dns', 'https://client.example/id'],
    ['tls_client_auth_san_uri', 'https://client.example/'],
  ] as const)('and by no other: %s %s', (kind, expected) => {
    expect(carriesName(read(client), kind, expected)).toBe(false);
  });
});

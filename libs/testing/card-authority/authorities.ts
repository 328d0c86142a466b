import 'reflect-metadata';
import { ExtendedKeyUsage, Extension, KeyUsageFlags, type JsonName } from '@peculiar/x509';
import { days } from '#libs/kernel';
import { issue, type Issued, type StatusAddresses } from './issue.js';

/** Authorities that FAS trusts in the demo, for cards or for certificates on the market, and one that it does not. */
export const CARD_AUTHORITIES = ['root', 'citizen', 'foreigner', 'commercial', 'stranger'] as const;
export type CardAuthorityName = (typeof CARD_AUTHORITIES)[number];

export interface CardAuthority {
  readonly authority: Issued;
  /** Signs the answers about certificates of this authority (RFC 6960 4.2.2.2). */
  readonly responder: Issued;
}

export type CardAuthorities = Readonly<Record<CardAuthorityName, CardAuthority>>;

const COMMERCIAL = 'Example Trust Personal CA';
const OCSP_NO_CHECK = '1.3.6.1.5.5.7.48.1.5';
const DER_NULL = new Uint8Array([5, 0]);
const AUTHORITY_USE = KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign;

/** Where the sandbox answers questions about the certificates of an authority. */
export const cardStatusAddresses = (base: string, name: CardAuthorityName): StatusAddresses => ({
  ocsp: `${base}/pki/ocsp/${name}`,
  crl: `${base}/pki/crl/${name}.crl`,
});

/**
 * Root, the two authorities beneath it that sign cards, a company that sells certificates, and somebody else who
 * gives out cards of the same look.
 */
export async function makeCardAuthorities(base: string, now: Date): Promise<CardAuthorities> {
  const root = await makeRoot([{ C: ['BE'] }, { CN: ['Root CA of the demo'] }], now);
  const below = (name: CardAuthorityName, serial: string, commonName: string) =>
    issue({
      subject: [{ C: ['BE'] }, { CN: [commonName] }, { '2.5.4.5': [serial] }],
      issuer: root,
      notBefore: daysFrom(now, -60),
      notAfter: daysFrom(now, 12 * 365),
      authority: { pathLength: 0 },
      keyUsages: AUTHORITY_USE,
      extendedKeyUsages: [ExtendedKeyUsage.clientAuth, ExtendedKeyUsage.emailProtection],
      status: cardStatusAddresses(base, 'root'),
    }).then(async (authority) => ({ authority, responder: await makeResponder(authority, name, now) }));
  const stranger = await makeRoot([{ C: ['BE'] }, { CN: ['Citizen CA'] }, { '2.5.4.5': ['209901'] }], now);
  const commercial = await makeRoot([{ C: ['BE'] }, { O: ['Example Trust'] }, { CN: [COMMERCIAL] }], now);
  return {
    root: { authority: root, responder: await makeResponder(root, 'root', now) },
    citizen: await below('citizen', '202601', 'Citizen CA'),
    foreigner: await below('foreigner', '202602', 'Foreigner CA'),
    commercial: { authority: commercial, responder: await makeResponder(commercial, 'commercial', now) },
    stranger: { authority: stranger, responder: await makeResponder(stranger, 'stranger', now) },
  };
}

const makeRoot = (subject: JsonName, now: Date): Promise<Issued> =>
  issue({
    subject,
    notBefore: daysFrom(now, -90),
    notAfter: daysFrom(now, 20 * 365),
    authority: {},
    keyUsages: AUTHORITY_USE,
  });

export const makeResponder = (issuer: Issued, name: string, now: Date): Promise<Issued> =>
  issue({
    subject: [{ C: ['BE'] }, { CN: [`OCSP responder of the demo, ${name}`] }],
    issuer,
    notBefore: daysFrom(now, -30),
    notAfter: daysFrom(now, 5 * 365),
    keyUsages: KeyUsageFlags.digitalSignature,
    extendedKeyUsages: [ExtendedKeyUsage.ocspSigning],
    extensions: [new Extension(OCSP_NO_CHECK, false, DER_NULL)],
  });

export const daysFrom = (now: Date, count: number): Date => new Date(now.getTime() + days(count));

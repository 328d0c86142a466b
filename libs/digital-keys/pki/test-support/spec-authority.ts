import { days, hours, minutes } from '#libs/kernel';
import {
  cardStatusAddresses,
  certificateRevocationList,
  makeCard,
  makeCardAuthorities,
  makePersonalCertificate,
  ocspAnswer,
  readOcspQuestion,
  type CardAuthorityName,
  type CardHolder,
  type CardOrder,
  type CardStatus,
  type Issued,
  type OcspAnswerOptions,
  type PersonalCertificateOrder,
} from '#libs/testing';
import { readCertificate, type Certificate } from '../certificate.js';
import type { Trust } from '../chain.js';
import type { PresentedCertificate } from '../presented.js';
import type { StatusFetch, StatusQuestion } from '../status-fetch.js';

export const NOW = new Date('2026-06-01T12:00:00Z');
const BASE = 'http://status.example';

export const LOTTE: CardHolder = {
  givenNames: ['Lotte', 'Marie'],
  surname: 'Voorbeeldmans',
  nationalNumber: '90021499801',
};

export const EID_RULES = {
  issuerNames: ['Citizen CA', 'Foreigner CA'],
  policies: ['2.16.56.12.1.1.2.2', '2.16.56.12.1.1.7.2'],
  allowSpecimen: false,
};

export const certificateOf = ({ certificate }: Issued): Certificate => {
  const read = readCertificate(Buffer.from(certificate.rawData));
  if (read === undefined) throw new Error('the certificate was not readable');
  return read;
};

export const present = (card: Issued, others: readonly Issued[] = []): PresentedCertificate => ({
  certificate: Buffer.from(card.certificate.rawData),
  others: others.map(({ certificate }) => Buffer.from(certificate.rawData)),
});

type Answering = (question: StatusQuestion) => Promise<Buffer>;

/** The authorities behind identity cards, with their servers, in memory; each answer can be bent. */
export async function specAuthority() {
  const authorities = await makeCardAuthorities(BASE, NOW);
  const trust: Trust = {
    anchors: [certificateOf(authorities.root.authority)],
    intermediates: [
      certificateOf(authorities.citizen.authority),
      certificateOf(authorities.foreigner.authority),
    ],
  };
  const revoked = new Map<string, Date>();
  const asked: string[] = [];
  let ocsp: Partial<OcspAnswerOptions> & { readonly instead?: Answering } = {};
  let crl: { readonly instead?: Answering } = {};

  const statusOf = (serial: string): CardStatus => {
    const at = revoked.get(serial);
    return at === undefined ? { kind: 'good' } : { kind: 'revoked', at };
  };

  const answer = async (name: CardAuthorityName, body: Buffer): Promise<Buffer> => {
    const question = readOcspQuestion(body);
    if (question === undefined) throw new Error('not a question');
    // Only the answers about cards are bent: those of the root about its authorities stay right.
    const bent = name === 'root' ? {} : ocsp;
    return ocspAnswer(question, {
      status: statusOf(question.serial),
      signer: authorities[name].responder,
      thisUpdate: NOW,
      nextUpdate: new Date(NOW.getTime() + minutes(10)),
      ...bent,
    });
  };

  const fetch: StatusFetch = async (question) => {
    asked.push(question.address);
    const [, kind, name] = /\/pki\/(ocsp|crl)\/([a-z]+)/.exec(question.address) ?? [];
    const authority = name as CardAuthorityName;
    if (kind === 'ocsp') {
      if (ocsp.instead !== undefined && authority !== 'root') return ocsp.instead(question);
      return answer(authority, question.body ?? Buffer.alloc(0));
    }
    if (crl.instead !== undefined && authority !== 'root') return crl.instead(question);
    return list(authority);
  };

  const list = (name: CardAuthorityName, options: { from?: number; until?: number; signer?: Issued } = {}) =>
    certificateRevocationList({
      authority: options.signer ?? authorities[name].authority,
      thisUpdate: new Date(NOW.getTime() + (options.from ?? -hours(1))),
      nextUpdate: new Date(NOW.getTime() + (options.until ?? days(1))),
      revoked: [...revoked].map(([serial, at]) => ({ serial, at })),
    });

  return {
    authorities,
    trust,
    fetch,
    list,
    asked,
    /** Which servers were asked since the last look. */
    askedNow: () => asked.splice(0).map((address) => address.replace(`${BASE}/pki/`, '')),
    bendOcsp: (bent: typeof ocsp) => (ocsp = bent),
    bendCrl: (bent: typeof crl) => (crl = bent),
    revoke: (card: Issued, at = new Date(NOW.getTime() - hours(2))) =>
      revoked.set(certificateOf(card).serialNumber, at),
    card: (order: Partial<CardOrder> & { readonly authority?: CardAuthorityName } = {}) => {
      const { authority = 'citizen', ...rest } = order;
      return makeCard({
        holder: LOTTE,
        issuer: authorities[authority].authority,
        status: cardStatusAddresses(BASE, authority),
        now: NOW,
        ...rest,
      });
    },
    /** A certificate of the company. */
    personal: (order: Partial<PersonalCertificateOrder> = {}) =>
      makePersonalCertificate({
        holder: LOTTE,
        issuer: authorities.commercial.authority,
        status: cardStatusAddresses(BASE, 'commercial'),
        now: NOW,
        ...order,
      }),
    reset: () => {
      ocsp = {};
      crl = {};
      revoked.clear();
      asked.splice(0);
    },
  };
}

export type SpecAuthority = Awaited<ReturnType<typeof specAuthority>>;

export const down: Answering = () => Promise.reject(new Error('no answer in time'));

import 'reflect-metadata';
import { ExtendedKeyUsage, KeyUsageFlags, type JsonName } from '@peculiar/x509';
import { daysFrom } from './authorities.js';
import { issue, type Issued, type KeyType, type StatusAddresses } from './issue.js';

export interface CardHolder {
  readonly givenNames: readonly string[];
  readonly surname: string;
  readonly nationalNumber: string;
}

export interface CardOrder {
  readonly holder: CardHolder;
  readonly issuer: Issued;
  readonly status: StatusAddresses;
  readonly now: Date;
  /** Days from now at which it begins and ends to hold. */
  readonly from?: number;
  readonly until?: number;
  readonly key?: KeyType;
  readonly use?: 'authentication' | 'signature';
  readonly foreigner?: boolean;
  /** Instead of the policy of cards of this use. */
  readonly policies?: readonly string[];
  readonly extendedKeyUsages?: readonly string[];
}

/** Subject of a card's certificate, in the order in which real cards have it. */
export function cardSubject({ givenNames, surname, nationalNumber }: CardHolder, use: string): JsonName {
  return [
    { C: ['BE'] },
    { CN: [`${givenNames[0] ?? ''} ${surname} (${use})`] },
    { '2.5.4.4': [surname] },
    { '2.5.4.42': [givenNames.join(' ')] },
    { '2.5.4.5': [nationalNumber] },
  ];
}

/** The last two digits tell citizens from foreigners, and authentication from signature. */
const USES = {
  authentication: {
    word: 'Authentication',
    keyUsages: KeyUsageFlags.digitalSignature,
    extendedKeyUsages: [ExtendedKeyUsage.clientAuth, ExtendedKeyUsage.emailProtection],
    policy: '2',
  },
  signature: {
    word: 'Signature',
    keyUsages: KeyUsageFlags.nonRepudiation,
    extendedKeyUsages: [],
    policy: '1',
  },
} as const;

const DEFAULTS = { from: -30, until: 3650, use: 'authentication', foreigner: false } as const;

/** The certificate of an identity card with its key, as if the card were in the reader. */
export function makeCard(order: CardOrder): Promise<Issued> {
  const { from, until, use, foreigner, ...rest } = { ...DEFAULTS, ...order };
  const { word, keyUsages, extendedKeyUsages, policy } = USES[use];
  return issue({
    subject: cardSubject(rest.holder, word),
    issuer: rest.issuer,
    notBefore: daysFrom(rest.now, from),
    notAfter: daysFrom(rest.now, until),
    keyUsages,
    extendedKeyUsages: rest.extendedKeyUsages ?? extendedKeyUsages,
    policies: rest.policies ?? [`2.16.56.12.1.1.${foreigner ? '7' : '2'}.${policy}`],
    status: rest.status,
    ...(rest.key && { key: rest.key }),
  });
}

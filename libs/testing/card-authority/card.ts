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

/** The last two digits tell authentication from signature, and citizens from foreigners. */
const policyOf = (use: 'authentication' | 'signature', foreigner: boolean): string =>
  `2.16.56.12.1.1.${foreigner ? '7' : '2'}.${use === 'authentication' ? '2' : '1'}`;

/** The certificate of an identity card with its key, as if the card were in the reader. */
export function makeCard(order: CardOrder): Promise<Issued> {
  const { use = 'authentication', foreigner = false, from = -30, until = 3650 } = order;
  const isAuthentication = use === 'authentication';
  return issue({
    subject: cardSubject(order.holder, isAuthentication ? 'Authentication' : 'Signature'),
    issuer: order.issuer,
    key: order.key ?? 'P-384',
    notBefore: daysFrom(order.now, from),
    notAfter: daysFrom(order.now, until),
    keyUsages: isAuthentication ? KeyUsageFlags.digitalSignature : KeyUsageFlags.nonRepudiation,
    extendedKeyUsages:
      order.extendedKeyUsages ??
      (isAuthentication ? [ExtendedKeyUsage.clientAuth, ExtendedKeyUsage.emailProtection] : []),
    policies: order.policies ?? [policyOf(use, foreigner)],
    status: order.status,
  });
}

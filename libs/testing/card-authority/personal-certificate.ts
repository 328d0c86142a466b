import 'reflect-metadata';
import { ExtendedKeyUsage, KeyUsageFlags } from '@peculiar/x509';
import { daysFrom } from './authorities.js';
import type { CardOrder } from './card.js';
import { issue, type Issued } from './issue.js';

/** Under the arc for examples. */
export const PERSONAL_POLICY = '2.999.350.1';

export type PersonalCertificateOrder = Omit<CardOrder, 'foreigner'>;

const USES = {
  authentication: {
    keyUsages: KeyUsageFlags.digitalSignature | KeyUsageFlags.keyEncipherment,
    extendedKeyUsages: [ExtendedKeyUsage.clientAuth],
  },
  signature: {
    keyUsages: KeyUsageFlags.nonRepudiation,
    extendedKeyUsages: [ExtendedKeyUsage.emailProtection],
  },
} as const;

const DEFAULTS = { from: -30, until: 730, use: 'authentication', policies: [PERSONAL_POLICY] } as const;

/** A certificate as companies sell it: it names its owner, and no national number. */
export function makePersonalCertificate(order: PersonalCertificateOrder): Promise<Issued> {
  const { holder, from, until, use, ...rest } = { ...DEFAULTS, ...order };
  return issue({
    ...USES[use],
    subject: [
      { C: ['BE'] },
      { CN: [`${holder.givenNames[0] ?? ''} ${holder.surname}`] },
      { '2.5.4.4': [holder.surname] },
      { '2.5.4.42': [holder.givenNames.join(' ')] },
    ],
    notBefore: daysFrom(rest.now, from),
    notAfter: daysFrom(rest.now, until),
    issuer: rest.issuer,
    policies: rest.policies,
    status: rest.status,
    ...(rest.key && { key: rest.key }),
    ...(rest.extendedKeyUsages && { extendedKeyUsages: rest.extendedKeyUsages }),
  });
}

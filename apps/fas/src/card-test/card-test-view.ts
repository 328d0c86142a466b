import type { CardProblem, CardReport, Certificate, RevocationOutcome } from '#libs/digital-keys';
import { maskPersonNumber } from '#libs/kernel';

/** What the self-test shows of a certificate; never the whole national number, since the page may be printed. */
export interface CertificateView {
  readonly name: string;
  readonly issuer: string;
  /** Hexadecimal, in pairs. */
  readonly serialNumber: string;
  readonly from: Date;
  readonly until: Date;
  /** For example `EC P-384`. */
  readonly key: string;
  readonly purpose: 'authentication' | 'signature' | 'other';
}

export interface CardTestView {
  readonly outcome:
    | { readonly kind: 'valid'; readonly name: string; readonly number: string }
    | { readonly kind: 'refused'; readonly problem: CardProblem };
  readonly certificate?: CertificateView;
  /** Authorities above the certificate, the root last; empty when nobody vouches for it. */
  readonly authorities: readonly { readonly name: string; readonly until: Date }[];
  readonly revocation?: RevocationOutcome;
  readonly testedAt: Date;
}

export function cardTestView(report: CardReport, testedAt: Date): CardTestView {
  const { outcome, certificate, chain, revocation } = report;
  return {
    outcome:
      outcome.kind === 'refused'
        ? outcome
        : {
            kind: 'valid',
            name: `${outcome.holder.givenNames} ${outcome.holder.surname}`.trim(),
            number: maskPersonNumber(outcome.holder.number),
          },
    ...(certificate && { certificate: viewOf(certificate) }),
    authorities: chain.slice(1).map(({ subject, notAfter }) => ({
      name: subject.values('commonName').join(', '),
      until: notAfter,
    })),
    ...(revocation && { revocation }),
    testedAt,
  };
}

const viewOf = (certificate: Certificate): CertificateView => ({
  name: certificate.subject.values('commonName').join(', '),
  issuer: certificate.issuer.values('commonName').join(', '),
  serialNumber: certificate.serialNumber.match(/../g)?.join(' ') ?? '',
  from: certificate.notBefore,
  until: certificate.notAfter,
  key: keyOf(certificate),
  purpose: purposeOf(certificate),
});

function keyOf({ publicKey }: Certificate): string {
  const { asymmetricKeyType: type = '', asymmetricKeyDetails: details } = publicKey;
  return `${type.toUpperCase()} ${details?.namedCurve ?? details?.modulusLength ?? ''}`.trim();
}

function purposeOf({ keyUsage }: Certificate): CertificateView['purpose'] {
  if (keyUsage?.nonRepudiation) return 'signature';
  return keyUsage?.digitalSignature ? 'authentication' : 'other';
}

import { parsePersonNumber, type PersonNumber, type PersonRegister } from '#libs/kernel';
import type { Certificate } from '../pki/certificate.js';

/** Why a card does not sign anybody in. */
export type CardProblem =
  /** The browser showed no certificate: no card, no reader, or the choice was cancelled. */
  | 'no-card'
  /** The person came back without having been at the card reader. */
  | 'cancelled'
  | 'unknown-authority'
  /** Another certificate than the one for signing in: mostly the signature certificate of the same card. */
  | 'wrong-certificate'
  | 'not-yet-valid'
  | 'expired'
  | 'revoked'
  /** The authority does not know the card. */
  | 'unknown-card'
  | 'responder-down'
  /** The card names nobody in a way that we can read. */
  | 'unreadable';

/** Which certificates are those of identity cards; by configuration. */
export interface EidRules {
  /** Common names of the authorities that sign cards: Citizen CA, Foreigner CA. */
  readonly issuerNames: readonly string[];
  /** Object identifiers of the policies for authentication; a certificate has one of them at least. */
  readonly policies: readonly string[];
  /** Takes the number of the official specimen cards; never in production. */
  readonly allowSpecimen: boolean;
}

/** Whom a card names. */
export interface EidHolder {
  readonly number: PersonNumber;
  readonly register: PersonRegister;
  readonly givenNames: string;
  readonly surname: string;
}

export type EidOutcome =
  | { readonly kind: 'holder'; readonly holder: EidHolder }
  | { readonly kind: 'refused'; readonly problem: CardProblem };

const CLIENT_AUTHENTICATION = '1.3.6.1.5.5.7.3.2';

const refused = (problem: CardProblem): EidOutcome => ({ kind: 'refused', problem });

/**
 * Reads an identity card's certificate for authentication. The chain must hold already: before that, anybody may
 * have written what stands here.
 *
 * @param chain from the certificate to the anchor
 */
export function readCard(chain: readonly Certificate[], rules: EidRules, now: Date): EidOutcome {
  const [certificate, issuer] = chain;
  if (certificate === undefined || issuer === undefined) return refused('unknown-authority');
  if (!isCardIssuer(issuer, rules)) return refused('unknown-authority');
  if (!isForAuthentication(certificate, rules)) return refused('wrong-certificate');
  if (now < certificate.notBefore) return refused('not-yet-valid');
  if (now > certificate.notAfter) return refused('expired');
  const holder = readHolder(certificate, rules, now);
  return holder === undefined ? refused('unreadable') : { kind: 'holder', holder };
}

function isCardIssuer({ subject }: Certificate, { issuerNames }: EidRules): boolean {
  const name = only(subject.values('commonName'));
  return name !== undefined && issuerNames.includes(name);
}

/** For signing in: digitalSignature, and never the key whose signatures bind in law (nonRepudiation). */
function isForAuthentication(certificate: Certificate, { policies }: EidRules): boolean {
  const { keyUsage, extendedKeyUsages, authority } = certificate;
  return (
    authority === undefined &&
    keyUsage?.digitalSignature === true &&
    !keyUsage.nonRepudiation &&
    extendedKeyUsages?.includes(CLIENT_AUTHENTICATION) !== false &&
    certificate.policies.some((policy) => policies.includes(policy))
  );
}

function readHolder(
  { subject }: Certificate,
  { allowSpecimen }: EidRules,
  today: Date,
): EidHolder | undefined {
  const number = parsePersonNumber(only(subject.values('serialNumber')) ?? '', { today, allowSpecimen });
  const surname = only(subject.values('surname'));
  if (number.kind === 'invalid' || surname === undefined) return undefined;
  return {
    number: number.number,
    register: number.register,
    // Some people have a surname only.
    givenNames: only(subject.values('givenName')) ?? '',
    surname,
  };
}

/** A name that says something twice says nothing. */
const only = (values: readonly string[]): string | undefined => (values.length === 1 ? values[0] : undefined);

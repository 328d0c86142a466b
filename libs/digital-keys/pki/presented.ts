import { readCertificate, type Certificate } from './certificate.js';

/**
 * What a browser presented in a TLS handshake, DER: a certificate whose key it proved to hold, and what it sent
 * along. Nothing in it has been judged yet.
 */
export interface PresentedCertificate {
  readonly certificate: Buffer;
  readonly others: readonly Buffer[];
}

/** More than this no honest chain has. */
const MOST_OTHERS = 5;

export function writePresented({ certificate, others }: PresentedCertificate): string {
  return [certificate, ...others.slice(0, MOST_OTHERS)].map((der) => der.toString('base64')).join(' ');
}

export function readPresented(text: string): PresentedCertificate | undefined {
  const [certificate, ...others] = text.split(' ').map((der) => Buffer.from(der, 'base64'));
  return certificate === undefined || certificate.length === 0 ? undefined : { certificate, others };
}

/** The authorities that came along; they help to build a chain, and are trusted by it only. */
export const authoritiesOf = ({ others }: PresentedCertificate): Certificate[] =>
  others.map((der) => readCertificate(der)).filter((certificate) => certificate !== undefined);

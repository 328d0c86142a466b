import 'reflect-metadata';
import { Name, SubjectAlternativeNameExtension, X509Certificate as ReadCertificate } from '@peculiar/x509';
import type { X509Certificate } from 'node:crypto';

/** The names in client metadata by which a certificate is recognised (RFC 8705 section 2.1.2). */
export type CertificateName =
  | 'tls_client_auth_subject_dn'
  | 'tls_client_auth_san_dns'
  | 'tls_client_auth_san_uri'
  | 'tls_client_auth_san_ip'
  | 'tls_client_auth_san_email';

const ALTERNATIVE = {
  tls_client_auth_san_dns: 'dns',
  tls_client_auth_san_uri: 'url',
  tls_client_auth_san_ip: 'ip',
  tls_client_auth_san_email: 'email',
} as const;

/** Whether the certificate carries the name that was registered. */
export function carriesName(certificate: X509Certificate, kind: CertificateName, expected: string): boolean {
  const read = new ReadCertificate(new Uint8Array(certificate.raw));
  if (kind === 'tls_client_auth_subject_dn') return isSameName(read.subjectName, expected);
  const names = read.getExtension(SubjectAlternativeNameExtension)?.names.items ?? [];
  return names.some(({ type, value }) => type === ALTERNATIVE[kind] && value === expected);
}

/** Distinguished names are written from either end: RFC 4514 from the most specific part, others the other way. */
function isSameName(actual: Name, expected: string): boolean {
  const [own, registered] = [actual.toJSON(), parsed(expected)];
  if (registered === undefined || own.length === 0) return false;
  return [registered, registered.toReversed()].some((order) => JSON.stringify(order) === JSON.stringify(own));
}

function parsed(text: string): ReturnType<Name['toJSON']> | undefined {
  try {
    return new Name(text).toJSON();
  } catch {
    return undefined;
  }
}

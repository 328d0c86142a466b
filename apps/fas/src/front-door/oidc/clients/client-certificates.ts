import { X509Certificate } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import type { CertificateAuthorities } from './certificate-authorities.js';
import { carriesName, type CertificateName } from './certificate-names.js';

/** The certificate of a client's connection; undefined when it showed none. */
export type ReadCertificate = (request: IncomingMessage) => Buffer | undefined;

type MutualTls = NonNullable<NonNullable<Configuration['features']>['mTLS']>;

/** Mutual TLS of clients (RFC 8705): which certificate a request came with, and whether it is the right one. */
export class ClientCertificates {
  private readonly presented = new WeakMap<IncomingMessage, X509Certificate>();

  /** @param authorities who may vouch for certificates; none when clients have self-signed ones only */
  constructor(private readonly authorities: CertificateAuthorities | undefined) {}

  get hasAuthorities(): boolean {
    return this.authorities !== undefined;
  }

  /** Takes up the certificate that TLS has proven for this request. What is no certificate counts as none. */
  note(request: IncomingMessage, der: Buffer | undefined): void {
    if (der === undefined) return;
    try {
      this.presented.set(request, new X509Certificate(der));
    } catch {
      this.presented.delete(request);
    }
  }

  feature(): MutualTls {
    return {
      enabled: true,
      certificateBoundAccessTokens: true,
      selfSignedTlsClientAuth: true,
      tlsClientAuth: this.hasAuthorities,
      getCertificate: (ctx) => this.of(ctx),
      certificateAuthorized: (ctx) => {
        const certificate = this.of(ctx);
        return certificate !== undefined && this.authorities?.vouchFor(certificate, new Date()) === true;
      },
      certificateSubjectMatches: (ctx, property, expected) => {
        const certificate = this.of(ctx);
        return certificate !== undefined && carriesName(certificate, property as CertificateName, expected);
      },
    };
  }

  private of({ req }: KoaContextWithOIDC): X509Certificate | undefined {
    return this.presented.get(req);
  }
}

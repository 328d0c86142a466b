import { newMessageId } from '../message-id.js';
import { SP, signedByOther } from './requests.js';
import type { TestKey } from './keys.js';

export const ARS = 'https://idp.example.be/fas/ArtifactResolver/metaAlias/idp';

export interface ResolveParts {
  readonly id?: string;
  readonly issuer?: string;
  readonly destination?: string;
  readonly issueInstant?: Date;
  readonly artifact?: string;
}

/** An ArtifactResolve as service providers write it. */
export function artifactResolve(parts: ResolveParts = {}): string {
  const { id = newMessageId(), issuer = SP, destination = ARS, issueInstant = new Date() } = parts;
  return `<samlp:ArtifactResolve xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${id}" Version="2.0" IssueInstant="${issueInstant.toISOString()}" Destination="${destination}"><saml:Issuer>${issuer}</saml:Issuer><samlp:Artifact>${parts.artifact ?? 'AAQA'}</samlp:Artifact></samlp:ArtifactResolve>`;
}

export const signedResolve = (parts: ResolveParts, key: TestKey): string =>
  signedByOther(artifactResolve(parts), key);

/** In an envelope, as SOAP libraries write it. */
export const enveloped = (message: string, header = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/">${header}<S:Body>\n  ${message}\n</S:Body></S:Envelope>`;

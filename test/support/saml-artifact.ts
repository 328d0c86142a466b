import { randomBytes } from 'node:crypto';
import type { Answer } from './page-walker.js';
import { signedXml, type SamlService } from './saml-service.js';
import { stack } from './stack.js';

export const artifactResolver = (): string => `${stack().addresses.fas}/fas/ArtifactResolver/metaAlias/idp`;

/** The artifact with which a browser is sent back. */
export function artifactIn({ location }: Answer): string {
  const artifact = location?.searchParams.get('SAMLart');
  if (!artifact) throw new Error(`no artifact in ${location?.href ?? 'no redirect'}`);
  return artifact;
}

/** The service fetches its answer over SOAP; `broken` sends what is no XML. */
export async function resolveArtifact(
  service: SamlService,
  artifact: string,
  { broken = false } = {},
): Promise<{ readonly status: number; readonly xml: string }> {
  const id = `_${randomBytes(16).toString('hex')}`;
  const message =
    '<samlp:ArtifactResolve xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ' +
    `xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${id}" Version="2.0" ` +
    `IssueInstant="${new Date().toISOString()}" Destination="${artifactResolver()}">` +
    `<saml:Issuer>${service.entityId}</saml:Issuer><samlp:Artifact>${artifact}</samlp:Artifact></samlp:ArtifactResolve>`;
  const signed = broken ? message : signedXml(message, service.privateKey);
  const response = await fetch(artifactResolver(), {
    method: 'POST',
    headers: { 'content-type': 'text/xml' },
    body: `<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body>${signed}</S:Body></S:Envelope>`,
  });
  return { status: response.status, xml: await response.text() };
}

import { Injectable } from '@nestjs/common';
import type { Element } from '@xmldom/xmldom';
import { BINDING } from '#libs/saml';
import { SandboxSettings } from '../../sandbox-settings.js';
import { onlyChild, parseRoot, textOf } from '../../xml/xml.js';

/** What the metadata of FAS says. */
export interface IdentityProviderFacts {
  readonly entityId: string;
  readonly signOn: string;
  readonly singleLogout?: string;
  /** Base64 DER of each signing certificate. */
  readonly certificates: readonly string[];
}

const METADATA = 'urn:oasis:names:tc:SAML:2.0:metadata';
const XMLDSIG = 'http://www.w3.org/2000/09/xmldsig#';
const FRESH = 60_000;
const TIMEOUT = 5000;

/** FAS as its metadata describes it, read again after a minute so that a new signing key is noticed. */
@Injectable()
export class IdentityProvider {
  private known: { facts: IdentityProviderFacts; readAt: number } | undefined;

  constructor(private readonly settings: SandboxSettings) {}

  /** @throws when the metadata cannot be had or lacks what a sign-in needs */
  async facts(): Promise<IdentityProviderFacts> {
    if (this.known && Date.now() - this.known.readAt < FRESH) return this.known.facts;
    const response = await fetch(`${this.settings.fasBaseUrl}/saml/fas-metadata.xml`, {
      signal: AbortSignal.timeout(TIMEOUT),
    });
    if (!response.ok) throw new Error(`The metadata of CSAM answered with status ${response.status}.`);
    const facts = readFacts(await response.text());
    this.known = { facts, readAt: Date.now() };
    return facts;
  }
}

function readFacts(xml: string): IdentityProviderFacts {
  const entity = parseRoot(xml);
  const role = onlyChild(entity, METADATA, 'IDPSSODescriptor');
  if (entity === undefined || role === undefined)
    throw new Error('The metadata of CSAM describes no identity provider.');
  const entityId = entity.getAttribute('entityID');
  const signOn = redirectLocation(role, 'SingleSignOnService');
  if (!entityId || !signOn) throw new Error('The metadata of CSAM names no sign-on by redirect.');
  const singleLogout = redirectLocation(role, 'SingleLogoutService');
  return { entityId, signOn, certificates: signingCertificates(role), ...(singleLogout && { singleLogout }) };
}

function redirectLocation(role: Element, name: string): string | undefined {
  const service = Array.from(role.getElementsByTagNameNS(METADATA, name)).find(
    (endpoint) => endpoint.getAttribute('Binding') === BINDING.redirect,
  );
  return service?.getAttribute('Location') ?? undefined;
}

/** A key descriptor without use serves both purposes (SAML metadata 2.4.1.1). */
function signingCertificates(role: Element): string[] {
  return Array.from(role.getElementsByTagNameNS(METADATA, 'KeyDescriptor'))
    .filter((descriptor) => descriptor.getAttribute('use') !== 'encryption')
    .flatMap((descriptor) => Array.from(descriptor.getElementsByTagNameNS(XMLDSIG, 'X509Certificate')))
    .flatMap((certificate) => textOf(certificate)?.replaceAll(/\s/gu, '') ?? []);
}

import { createPrivateKey, randomBytes, sign, type KeyObject } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { formWith } from './browser.js';
import type { SamlService, World } from './messages.js';
import { follow, signIn, type Visitor } from './road.js';

const RSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
const SIGN_ON = '/fas/SSORedirect/metaAlias/idp';

/** A service that signs its users in over SAML 2.0: signed request by Redirect, response by POST. */
export class SamlFlows {
  private readonly keys = new Map<string, KeyObject>();

  constructor(private readonly world: World) {}

  async fresh(visitor: Visitor, service: SamlService): Promise<void> {
    visitor.browser.forgetSession();
    const { page } = await follow(
      visitor.browser,
      await visitor.browser.get('request', this.request(service)),
    );
    if (page === undefined) throw new Error('nobody was asked to sign in');
    this.receive(service, (await signIn(visitor, page, 'password')).page);
  }

  async singleSignOn({ browser }: Visitor, service: SamlService): Promise<void> {
    const answer = await browser.get('request', this.request(service));
    this.receive(service, answer.body);
  }

  /** The page whose form takes the response to the service. */
  private receive(service: SamlService, page = ''): void {
    const { action, fields } = formWith('SAMLResponse', page);
    if (action !== service.acs || !fields.SAMLResponse) throw new Error('no response came back');
    const xml = Buffer.from(fields.SAMLResponse, 'base64').toString('utf8');
    if (!xml.includes('<saml:Assertion')) throw new Error(`no assertion: ${xml.slice(0, 600)}`);
  }

  private request(service: SamlService): string {
    const url = this.world.fas + SIGN_ON;
    const xml =
      `<samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"` +
      ` ID="_${randomBytes(16).toString('hex')}" Version="2.0" IssueInstant="${new Date().toISOString()}"` +
      ` Destination="${url}" AssertionConsumerServiceURL="${service.acs}">` +
      `<saml:Issuer>${service.entityId}</saml:Issuer></samlp:AuthnRequest>`;
    const message = encodeURIComponent(deflateRawSync(xml).toString('base64'));
    const octets = `SAMLRequest=${message}&RelayState=${randomBytes(8).toString('hex')}&SigAlg=${encodeURIComponent(RSA_SHA256)}`;
    const signature = sign('sha256', Buffer.from(octets), this.key(service)).toString('base64');
    return `${url}?${octets}&Signature=${encodeURIComponent(signature)}`;
  }

  private key({ entityId, privateKey }: SamlService): KeyObject {
    const key = this.keys.get(entityId) ?? createPrivateKey(privateKey);
    this.keys.set(entityId, key);
    return key;
  }
}

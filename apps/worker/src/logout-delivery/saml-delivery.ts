import type { ApplicationsStore } from '#libs/agencies';
import { minutes, type Clock } from '#libs/kernel';
import {
  hasSignature,
  keyFromCertificate,
  logoutRequest,
  openSoap,
  parseServiceProviderMetadata,
  readLogoutResponse,
  signedLogoutXml,
  soapEnvelope,
  STATUS,
  verifyEnvelopedSignature,
  type OpenedEnvelope,
  type Trust,
} from '#libs/saml';
import type { SigningKeyRing } from '#libs/security';
import type { Delivery } from '#libs/single-logout';
import { DeliveryFailure } from './delivery-failure.js';
import type { Post } from './post.js';

export interface SamlDeliveryServices {
  /** Our entity identifier. */
  readonly issuer: string;
  readonly keys: SigningKeyRing;
  readonly applications: ApplicationsStore;
  readonly post: Post;
  readonly clock: Clock;
}

/** A request to log out is worth nothing after this time. */
const REQUEST_LIFE = minutes(5);

/** Tells one SAML service over SOAP (Profiles 4.4.3.3, Bindings 3.2). */
export class SamlDelivery {
  constructor(private readonly the: SamlDeliveryServices) {}

  /** @throws DeliveryFailure when the service did not confirm */
  async deliver(delivery: Delivery): Promise<void> {
    const { status, body } = await this.the.post(delivery.details.address ?? '', {
      type: 'text/xml; charset=utf-8',
      body: soapEnvelope(await this.request(delivery)),
      headers: { soapaction: '"http://www.oasis-open.org/committees/security"' },
    });
    if (status !== 200) throw new DeliveryFailure(`status-${status}`, false);
    await this.checkAnswer(delivery, body.toString('utf8'));
  }

  private async request({ messageId, details }: Delivery): Promise<string> {
    const { kid, privateKey, certificate } = await this.the.keys.active('saml');
    if (certificate === undefined) throw new Error(`the signing key ${kid} has no certificate`);
    const issuedAt = this.the.clock.now();
    const message = logoutRequest({
      id: messageId,
      issuer: this.the.issuer,
      destination: details.address ?? '',
      issuedAt,
      notOnOrAfter: new Date(issuedAt.getTime() + REQUEST_LIFE),
      subject: {
        value: details.subject,
        format: details.nameIdFormat ?? '',
        nameQualifier: this.the.issuer,
        spNameQualifier: details.audience,
      },
      sessionIndex: details.index,
    });
    return signedLogoutXml(message, { kid, privateKey, certificate });
  }

  private async checkAnswer({ messageId, applicationId, details }: Delivery, body: string): Promise<void> {
    const opened = openSoap(body);
    if (opened.kind === 'refused') throw new DeliveryFailure('answer-form', false);
    const trusted = await this.trustedRoot(opened, { applicationId, address: details.address ?? '' });
    const read = readLogoutResponse(trusted);
    if (read.kind === 'refused') throw new DeliveryFailure('answer-form', false);
    const { issuer, inResponseTo, statusCodes } = read.response;
    if (issuer !== details.audience || inResponseTo !== messageId)
      throw new DeliveryFailure('answer-of-another', true);
    if (statusCodes[0] !== STATUS.success) throw new DeliveryFailure('refused', true);
    if (statusCodes[1] === STATUS.partialLogout) throw new DeliveryFailure('partial', true);
  }

  /** A signature that is there must be right; without one the connection itself must say who answers. */
  private async trustedRoot(
    { message }: OpenedEnvelope,
    of: { readonly applicationId: string; readonly address: string },
  ): Promise<OpenedEnvelope['message']> {
    if (!hasSignature(message)) {
      if (of.address.startsWith('https:')) return message;
      throw new DeliveryFailure('answer-unsigned', true);
    }
    const verified = verifyEnvelopedSignature(message, await this.trust(of.applicationId));
    if (verified.kind === 'verified') return verified.root;
    throw new DeliveryFailure('answer-signature', true);
  }

  private async trust(applicationId: string): Promise<Trust> {
    const metadata = (await this.the.applications.find(applicationId))?.saml?.metadata ?? '';
    const parsed = parseServiceProviderMetadata(metadata, { now: new Date(0) });
    const certificates = parsed.kind === 'valid' ? parsed.value.signingCertificates : [];
    const keys = certificates.flatMap((certificate) => {
      const read = keyFromCertificate(certificate);
      return read.kind === 'key' ? [read.key] : [];
    });
    return { keys };
  }
}

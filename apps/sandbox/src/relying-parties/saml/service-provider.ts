import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SAML, ValidateInResponseTo, type Profile, type SamlConfig } from 'passport-saml';
import { NAME_ID_FORMAT } from '#libs/saml';
import { ensureServiceProvider, serviceProviderAddresses } from '#libs/testing';
import { SandboxSettings } from '../../sandbox-settings.js';
import { IdentityProvider } from './identity-provider.js';
import { RequestMemory } from './request-memory.js';
import { checkResponse } from './response-checks.js';
import type { SamlOptions } from './sign-in-options.js';

/** Everything that came back. */
export interface SamlAnswer {
  readonly nameId: string;
  readonly nameIdFormat: string;
  readonly sessionIndex?: string | undefined;
  readonly levelClass: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly responseXml: string;
  readonly profile: Profile;
}

export type LogoutArrival =
  | { readonly kind: 'answered' }
  | { readonly kind: 'asked'; readonly nameId: string; readonly answerUrl: string };

const TWO_MINUTES = 120_000;

/** The SAML service: passport-saml with what it leaves out. */
@Injectable()
export class ServiceProvider implements OnModuleInit {
  private readonly memory = new RequestMemory();
  private readonly addresses: ReturnType<typeof serviceProviderAddresses>;
  private key = '';
  private metadataFile = '';

  constructor(
    private readonly settings: SandboxSettings,
    private readonly identityProvider: IdentityProvider,
  ) {
    this.addresses = serviceProviderAddresses(settings.baseUrl);
  }

  async onModuleInit(): Promise<void> {
    const files = await ensureServiceProvider(this.settings.dataDirectory, this.settings.baseUrl);
    this.key = readFileSync(files.keyFile, 'utf8');
    this.metadataFile = files.metadataFile;
  }

  metadata(): string {
    return readFileSync(this.metadataFile, 'utf8');
  }

  /** Address at FAS with the signed request in it. */
  async begin(options: SamlOptions): Promise<string> {
    const id = `_${randomBytes(20).toString('hex')}`;
    this.memory.expect(id, options);
    const saml = await this.saml({
      generateUniqueId: () => id,
      forceAuthn: options.forceAuthn,
      passive: options.passive,
      racComparison: options.comparison,
      disableRequestedAuthnContext: options.levelClass === undefined,
      ...(options.levelClass !== undefined && { authnContext: [options.levelClass] }),
      ...(options.attributeSet !== undefined && { attributeConsumingServiceIndex: options.attributeSet }),
    });
    const relayState = randomBytes(12).toString('base64url');
    const additionalParams: Record<string, string> =
      options.language === undefined ? {} : { ui_locales: options.language };
    return saml.getAuthorizeUrlAsync(relayState, undefined, { additionalParams });
  }

  /** @throws when FAS answered with an error or the answer does not hold */
  async complete(fields: Readonly<Record<string, string>>): Promise<SamlAnswer> {
    const responseXml = Buffer.from(fields['SAMLResponse'] ?? '', 'base64').toString('utf8');
    const inResponseTo = /\bInResponseTo="([^"]+)"/u.exec(responseXml)?.[1] ?? '';
    const asked = this.memory.optionsOf(inResponseTo);
    const { profile } = await (await this.saml()).validatePostResponseAsync({ ...fields });
    if (profile === null) throw new Error('CSAM could not sign in without asking (NoPassive).');
    const { entityId } = await this.identityProvider.facts();
    const levelClass = checkResponse(responseXml, {
      assertionConsumer: this.addresses.assertionConsumer,
      identityProvider: entityId,
      asked,
    });
    return {
      nameId: profile.nameID,
      nameIdFormat: profile.nameIDFormat,
      sessionIndex: profile.sessionIndex,
      levelClass,
      attributes: (profile['attributes'] ?? {}) as Record<string, unknown>,
      responseXml,
      profile,
    };
  }

  /** Address at FAS with the signed logout request; undefined when FAS offers no single logout. */
  async signOutUrl({ profile }: SamlAnswer): Promise<string | undefined> {
    const { singleLogout } = await this.identityProvider.facts();
    return singleLogout && (await this.saml()).getLogoutUrlAsync(profile, '', {});
  }

  /**
   * A logout message by redirect: the answer to ours, or a request of FAS.
   *
   * @throws when it is unsigned (which passport-saml would accept) or does not hold
   */
  async receiveLogout(query: Readonly<Record<string, string>>, rawQuery: string): Promise<LogoutArrival> {
    if (!query['Signature'] || !query['SigAlg']) throw new Error('The logout message is not signed.');
    const saml = await this.saml();
    const { profile } = await saml.validateRedirectAsync({ ...query }, rawQuery);
    if (profile === null || query['SAMLRequest'] === undefined) return { kind: 'answered' };
    const answerUrl = await saml.getLogoutResponseUrlAsync(profile, query['RelayState'] ?? '', {}, true);
    return { kind: 'asked', nameId: profile.nameID, answerUrl };
  }

  private async saml(special: Partial<SamlConfig> = {}): Promise<SAML> {
    const { entityId, signOn, singleLogout, certificates } = await this.identityProvider.facts();
    return new SAML({
      issuer: this.addresses.entityId,
      audience: this.addresses.entityId,
      callbackUrl: this.addresses.assertionConsumer,
      entryPoint: signOn,
      ...(singleLogout !== undefined && { logoutUrl: singleLogout }),
      idpIssuer: entityId,
      idpCert: [...certificates],
      privateKey: this.key,
      decryptionPvk: this.key,
      signatureAlgorithm: 'sha256',
      digestAlgorithm: 'sha256',
      identifierFormat: NAME_ID_FORMAT.transient,
      wantAssertionsSigned: true,
      wantAuthnResponseSigned: true,
      validateInResponseTo: ValidateInResponseTo.always,
      acceptedClockSkewMs: TWO_MINUTES,
      cacheProvider: this.memory,
      ...special,
    });
  }
}

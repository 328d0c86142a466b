import { newMessageId } from '../message-id.js';
import { BINDING, NAMESPACE } from '../saml-names.js';
import { COMMON_DIGESTS, COMMON_SIGNATURES } from '../signature/algorithms.js';
import { keyInfo, signMessage, type SigningKey } from '../signature/sign-message.js';
import { writeText } from '../xml/escape.js';
import { element, startTag } from '../xml/write-element.js';

/** A text by language tag, such as nl, fr, de and en. */
export type TextByLanguage = Readonly<Record<string, string>>;

export interface MetadataLogo {
  readonly url: string;
  readonly width: number;
  readonly height: number;
}

export interface IdentityProviderMetadata {
  readonly entityId: string;
  readonly validUntil: Date;
  /** Every key that signs or soon will: the active one first, then the next, then those just retired. */
  readonly signingCertificates: readonly string[];
  /** Keys for what services encrypt for us, such as names in logout requests. */
  readonly encryptionCertificates?: readonly string[];
  readonly singleSignOn: { readonly redirect: string; readonly post: string };
  /** Left out where it is not offered: what metadata names must answer. */
  readonly singleLogout?: { readonly redirect?: string; readonly post?: string; readonly soap?: string };
  readonly artifactResolution?: string;
  readonly nameIdFormats: readonly string[];
  readonly wantAuthnRequestsSigned: boolean;
  readonly displayName: TextByLanguage;
  readonly description?: TextByLanguage;
  readonly logo?: MetadataLogo;
  readonly informationUrl?: TextByLanguage;
  readonly privacyStatementUrl?: TextByLanguage;
  /** A page for people whose sign-in went wrong at the relying party. */
  readonly errorUrl: string;
  readonly organization: { readonly name: TextByLanguage; readonly url: TextByLanguage };
  readonly technicalContact: { readonly name: string; readonly email: string };
  /** Domains for scoped attributes, plain text and never patterns. */
  readonly scopes?: readonly string[];
}

/** Our metadata (Metadata 2.4.3), signed with the active key. */
export async function buildIdentityProviderMetadata(
  metadata: IdentityProviderMetadata,
  key: SigningKey,
): Promise<string> {
  const id = newMessageId();
  const before = startTag('md:EntityDescriptor', {
    'xmlns:md': NAMESPACE.metadata,
    ID: id,
    entityID: metadata.entityId,
    validUntil: metadata.validUntil.toISOString(),
  });
  const after = [role(metadata), organization(metadata), contact(metadata), '</md:EntityDescriptor>'].join(
    '',
  );
  return signMessage({ id, before, after }, key);
}

function role(metadata: IdentityProviderMetadata): string {
  const { singleSignOn, singleLogout = {}, artifactResolution } = metadata;
  const attributes = {
    WantAuthnRequestsSigned: String(metadata.wantAuthnRequestsSigned),
    errorURL: metadata.errorUrl,
    protocolSupportEnumeration: NAMESPACE.protocol,
  };
  return element(
    'md:IDPSSODescriptor',
    attributes,
    extensions(metadata),
    ...metadata.signingCertificates.map((certificate) => keyDescriptor('signing', certificate)),
    ...(metadata.encryptionCertificates ?? []).map((certificate) => keyDescriptor('encryption', certificate)),
    artifactResolution === undefined
      ? ''
      : element('md:ArtifactResolutionService', {
          Binding: BINDING.soap,
          Location: artifactResolution,
          index: '0',
          isDefault: 'true',
        }),
    service('md:SingleLogoutService', BINDING.redirect, singleLogout.redirect),
    service('md:SingleLogoutService', BINDING.post, singleLogout.post),
    service('md:SingleLogoutService', BINDING.soap, singleLogout.soap),
    ...metadata.nameIdFormats.map((format) => element('md:NameIDFormat', {}, writeText(format))),
    service('md:SingleSignOnService', BINDING.redirect, singleSignOn.redirect),
    service('md:SingleSignOnService', BINDING.post, singleSignOn.post),
  );
}

function keyDescriptor(use: 'signing' | 'encryption', certificate: string): string {
  return element('md:KeyDescriptor', { use }, keyInfo(certificate, NAMESPACE.signature));
}

function service(name: string, binding: string, location: string | undefined): string {
  return location === undefined ? '' : element(name, { Binding: binding, Location: location });
}

/** Metadata Extensions for Login and Discovery User Interface 1.0; scopes as Shibboleth reads them. */
function extensions(metadata: IdentityProviderMetadata): string {
  const { displayName, description, informationUrl, privacyStatementUrl, logo, scopes = [] } = metadata;
  const uiInfo = element(
    'mdui:UIInfo',
    { 'xmlns:mdui': NAMESPACE.metadataUi },
    localised('mdui:DisplayName', displayName),
    localised('mdui:Description', description),
    localised('mdui:InformationURL', informationUrl),
    localised('mdui:PrivacyStatementURL', privacyStatementUrl),
    logo
      ? element('mdui:Logo', { height: String(logo.height), width: String(logo.width) }, writeText(logo.url))
      : '',
  );
  const scoped = scopes.map((scope) =>
    element(
      'shibmd:Scope',
      { 'xmlns:shibmd': NAMESPACE.shibbolethMetadata, regexp: 'false' },
      writeText(scope),
    ),
  );
  return element('md:Extensions', {}, ...algorithms(), ...scoped, uiInfo);
}

/**
 * What may sign for us (SAML metadata profile for algorithm support 1.0). Shibboleth reads it; without it version 3 signs
 * what it sends over SOAP with SHA-1.
 */
function algorithms(): string[] {
  const method = (name: string, uri: string) =>
    element(name, { 'xmlns:alg': NAMESPACE.algorithmSupport, Algorithm: uri });
  return [
    ...COMMON_DIGESTS.map(({ uri }) => method('alg:DigestMethod', uri)),
    ...COMMON_SIGNATURES.map(({ uri }) => method('alg:SigningMethod', uri)),
  ];
}

function localised(name: string, texts: TextByLanguage = {}): string {
  return Object.entries(texts)
    .map(([language, text]) => element(name, { 'xml:lang': language }, writeText(text)))
    .join('');
}

function organization({ organization: { name, url } }: IdentityProviderMetadata): string {
  return element(
    'md:Organization',
    {},
    localised('md:OrganizationName', name),
    localised('md:OrganizationDisplayName', name),
    localised('md:OrganizationURL', url),
  );
}

function contact({ technicalContact: { name, email } }: IdentityProviderMetadata): string {
  return element(
    'md:ContactPerson',
    { contactType: 'technical' },
    element('md:GivenName', {}, writeText(name)),
    element('md:EmailAddress', {}, writeText(`mailto:${email}`)),
  );
}

export { decodePost, type PostedFields } from './binding/decode-post.js';
export { decodeRedirect } from './binding/decode-redirect.js';
export {
  MESSAGE_LIMIT,
  type BindingRefusal,
  type DecodeOutcome,
  type DetachedSignature,
  type MessageParameter,
  type SamlMessage,
} from './binding/saml-message.js';
export type { Refused } from './outcome.js';
export {
  ATTRIBUTE_NAME_FORMAT,
  BINDING,
  NAME_ID_FORMAT,
  NAMESPACE,
  STATUS,
  type StatusCode,
} from './saml-names.js';
export { newMessageId } from './message-id.js';

export { newArtifact, readArtifact, sourceIdOf, type Artifact } from './artifact/artifact.js';
export { buildArtifactResponse, type ArtifactResponse } from './artifact/build-artifact-response.js';
export {
  artifactIn,
  readArtifactResolve,
  type ArtifactResolve,
  type ArtifactResolveRefusal,
} from './artifact/read-artifact-resolve.js';
export { openSoap, type OpenedEnvelope, type SoapRefusal } from './soap/read-soap.js';
export { soapEnvelope, soapFault, type SoapFaultCode } from './soap/write-soap.js';

export { parseXml, type ParsedXml } from './xml/parse-xml.js';
export {
  attributeOf,
  childElements,
  childrenNamed,
  isNamed,
  textOf,
  withDescendants,
} from './xml/read-element.js';
export { instantOf } from './xml/read-value.js';
export { MESSAGE_BOUNDS, METADATA_BOUNDS, type XmlBounds, type XmlRefusal } from './xml/xml-bounds.js';

export { authenticateMessage, type AuthenticatedMessage } from './signature/authenticate-message.js';
export { verifyEnvelopedSignature, type VerifiedXml } from './signature/enveloped-signature.js';
export { hasSignature } from './signature/signed-root.js';
export { verifyRedirectSignature } from './signature/redirect-signature.js';
export type { SignatureRefusal } from './signature/signature-refusal.js';
export type { SigningKey } from './signature/sign-message.js';
export {
  keyFromCertificate,
  type CertificateKey,
  type CertificateRefusal,
  type Trust,
} from './signature/verification-key.js';

export type {
  AuthnContextComparison,
  AuthnRequest,
  AuthnRequestOutcome,
  AuthnRequestRefusal,
  NameIdPolicy,
  RequestedAuthnContext,
  RequestedSubject,
  Scoping,
} from './authn-request/authn-request.js';
export { issuerOf, readAuthnRequest } from './authn-request/read-authn-request.js';

export { buildErrorResponse, buildResponse } from './response/build-response.js';
export {
  encryptionRecipient,
  type EncryptionRecipient,
  type RecipientMetadata,
} from './response/encryption-recipient.js';
export { postFields, type PostFields } from './response/post-fields.js';
export type {
  AuthenticationStatement,
  BuiltResponse,
  ErrorResponse,
  ResponseAttribute,
  ResponseEnvelope,
  ResponseStatus,
  SubjectNameId,
  SuccessResponse,
} from './response/response-parts.js';

export { logoutRequest, logoutResponse, signedLogoutXml, unsignedLogoutXml } from './logout/build-logout.js';
export { decryptNameId } from './logout/decrypt-name-id.js';
export type {
  LogoutRefusal,
  LogoutRequest,
  LogoutRequestOutcome,
  LogoutResponse,
  LogoutResponseOutcome,
  LogoutSubject,
  NewLogoutRequest,
  NewLogoutResponse,
} from './logout/logout-message.js';
export { readLogoutRequest } from './logout/read-logout-request.js';
export { readLogoutResponse } from './logout/read-logout-response.js';
export { signedRedirect } from './logout/redirect-query.js';

export {
  buildIdentityProviderMetadata,
  type IdentityProviderMetadata,
  type MetadataLogo,
  type TextByLanguage,
} from './metadata/build-identity-provider.js';
export {
  parseIdentityProviderMetadata,
  type IdentityProviderDescription,
  type IdentityProviderOutcome,
} from './metadata/parse-identity-provider.js';
export {
  parseServiceProviderMetadata,
  type ServiceProviderOutcome,
} from './metadata/parse-service-provider.js';
export type { MetadataPolicy } from './metadata/read-entity.js';
export {
  defaultOf,
  type AttributeConsumingService,
  type Endpoint,
  type IndexedEndpoint,
  type MetadataProblem,
  type MetadataProblemReason,
  type RequestedAttribute,
  type ServiceProviderMetadata,
} from './metadata/service-provider.js';

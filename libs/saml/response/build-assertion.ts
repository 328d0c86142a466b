import type { UnsignedMessage } from '../signature/sign-message.js';
import { ATTRIBUTE_NAME_FORMAT, CONFIRMATION_BEARER, NAMESPACE } from '../saml-names.js';
import { element, startTag } from '../xml/write-element.js';
import { writeText } from '../xml/escape.js';
import type {
  AuthenticationStatement,
  ResponseAttribute,
  SubjectNameId,
  SuccessResponse,
} from './response-parts.js';

/** How long an assertion may be handed in (SR-4: five minutes at most). */
const LIFETIME_MS = 5 * 60_000;
/** Relying parties' clocks run behind; without this they would refuse an assertion as not yet valid. */
const CLOCK_SKEW_MS = 30_000;
const VALUE_LIMIT = 256;

/** The assertion in canonical form, to be signed and put into a response (Core 2.3.3; Profiles 4.1.4.2). */
export function buildAssertion(id: string, response: SuccessResponse): UnsignedMessage {
  const { issuer, issuedAt } = response;
  const attributes = {
    'xmlns:saml': NAMESPACE.assertion,
    ID: id,
    IssueInstant: issuedAt.toISOString(),
    Version: '2.0',
  };
  return {
    id,
    before: startTag('saml:Assertion', attributes) + element('saml:Issuer', {}, writeText(issuer)),
    after: [
      subject(response),
      conditions(response),
      authnStatement(response.authentication),
      attributeStatement(response.attributes),
      '</saml:Assertion>',
    ].join(''),
  };
}

function after(instant: Date, milliseconds: number): string {
  return new Date(instant.getTime() + milliseconds).toISOString();
}

function subject({ subject: nameId, destination, inResponseTo, issuedAt }: SuccessResponse): string {
  const data = {
    InResponseTo: inResponseTo,
    NotOnOrAfter: after(issuedAt, LIFETIME_MS),
    Recipient: destination,
  };
  return element(
    'saml:Subject',
    {},
    nameIdElement(nameId),
    element(
      'saml:SubjectConfirmation',
      { Method: CONFIRMATION_BEARER },
      element('saml:SubjectConfirmationData', data),
    ),
  );
}

function nameIdElement({ value, format, nameQualifier, spNameQualifier }: SubjectNameId): string {
  const attributes = { Format: format, NameQualifier: nameQualifier, SPNameQualifier: spNameQualifier };
  return element('saml:NameID', attributes, writeText(value));
}

function conditions({ issuedAt, audience }: SuccessResponse): string {
  return element(
    'saml:Conditions',
    { NotBefore: after(issuedAt, -CLOCK_SKEW_MS), NotOnOrAfter: after(issuedAt, LIFETIME_MS) },
    element('saml:AudienceRestriction', {}, element('saml:Audience', {}, writeText(audience))),
  );
}

function authnStatement(authentication: AuthenticationStatement): string {
  const { at, sessionIndex, sessionEndsAt, classReference, authenticatingAuthorities = [] } = authentication;
  const attributes = {
    AuthnInstant: at.toISOString(),
    SessionIndex: sessionIndex,
    SessionNotOnOrAfter: sessionEndsAt?.toISOString(),
  };
  const authorities = authenticatingAuthorities.map((authority) =>
    element('saml:AuthenticatingAuthority', {}, writeText(authority)),
  );
  const context = element(
    'saml:AuthnContext',
    {},
    element('saml:AuthnContextClassRef', {}, writeText(classReference)),
    ...authorities,
  );
  return element('saml:AuthnStatement', attributes, context);
}

function attributeStatement(attributes: readonly ResponseAttribute[]): string {
  const written = attributes.filter(({ values }) => values.length > 0).map(attributeElement);
  return written.length === 0 ? '' : element('saml:AttributeStatement', {}, ...written);
}

/** NameFormat uri also for the short names of old (SDP-IDP18); relying parties match on the name. */
function attributeElement({ name, friendlyName, values }: ResponseAttribute): string {
  const attributes = { FriendlyName: friendlyName, Name: name, NameFormat: ATTRIBUTE_NAME_FORMAT.uri };
  const written = values.map((value) =>
    element('saml:AttributeValue', {}, writeText(withinLimit(name, value))),
  );
  return element('saml:Attribute', attributes, ...written);
}

/** SDP-IDP20. Cutting would hand out a wrong value, so a longer one is a mistake of whoever put it in. */
function withinLimit(name: string, value: string): string {
  if ([...value].length > VALUE_LIMIT)
    throw new RangeError(`value of ${name} exceeds ${VALUE_LIMIT} characters`);
  return value;
}

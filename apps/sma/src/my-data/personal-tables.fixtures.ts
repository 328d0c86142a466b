/** Where the download tells of a table: names from the top, any of a list will do. */
export type Told = string;

export type Place =
  { readonly told: Told; readonly left?: never } | { readonly left: string; readonly told?: never };

const SECRET = 'proves a key, and would open it';
const SHORT = 'gone within the hour, and only of use to whoever waits for it';
const STAFF = 'what somebody did at work is the record of that work, about an agency, a service or a part';
const SECRET_OF_RECORDS = 'opens what the history tells, and is nothing by itself';
const NOBODY = 'leads to nobody: it is known by a keyed hash only';

/** Every table in which something about a person may stand, and where the download has it. */
export const PERSONAL_TABLES: Readonly<Record<string, Place>> = {
  'admin.audit_search': { left: STAFF },
  'admin.change_request': { left: STAFF },
  'admin.look_up': { told: 'lookUps.reason' },
  'admin.not_me_handling': { left: STAFF },
  'admin.note': { told: 'notes.text' },
  'admin.registration': { told: 'registrations.documentNumber' },
  'admin.registration_draft': { left: SHORT },
  'agencies.api_client': { left: STAFF },
  'agencies.service_contact': { left: STAFF },
  'aps.consultation': { told: 'consultations.given' },
  'audit.event': { told: 'history.name' },
  'audit.record_key': { left: SECRET_OF_RECORDS },
  'digital_keys.activation': { told: 'activations.mail' },
  'digital_keys.card_reading': { left: SHORT },
  'digital_keys.certificate': { told: 'keys.certificate.holder' },
  'digital_keys.digital_key': { told: 'keys.label' },
  'digital_keys.disown_link': { left: SECRET },
  'digital_keys.key_setup': { left: SECRET },
  'digital_keys.one_time_code': { left: SECRET },
  'digital_keys.passkey': { told: 'keys.device' },
  'digital_keys.passkey_challenge': { left: SHORT },
  'digital_keys.password': { told: 'person.username' },
  'digital_keys.recovery': { told: 'recoveries.at' },
  'digital_keys.registration': { left: SHORT },
  'digital_keys.selfreg': { told: 'person.declaredName' },
  'digital_keys.service_reference': { told: 'keys.serviceName' },
  'digital_keys.token_card': { told: 'keys.cardNumber' },
  'digital_keys.token_code': { left: SECRET },
  'digital_keys.totp': { left: SECRET },
  'fas.journey': { left: SHORT },
  'fas.known_browser': { told: 'knownBrowsers.since' },
  'fas.oidc_answer': { told: 'answers.at' },
  'fas.release_decision': { told: 'decisions.attributes' },
  'fas.sign_in_session': { told: 'sessions.keys' },
  'messaging.outbox': { told: 'messages.template' },
  'onboarding.agreement_signature': { left: STAFF },
  'onboarding.basis_document': { left: STAFF },
  'onboarding.dossier': { left: STAFF },
  'operations.announcement': { left: 'is about a part of the service, not a person' },
  'operations.contact': { left: STAFF },
  'operations.incident': { left: STAFF },
  'operations.incident_update': { left: STAFF },
  'operations.planned_window': { left: STAFF },
  'operations.sms_cap': { left: STAFF },
  'operations.sms_price': { left: STAFF },
  'people.agreement_acceptance': { told: 'agreements.version' },
  'people.contact': { told: 'contacts.value' },
  'people.former_profile': { told: 'formerProfiles.key' },
  'people.identifier': { told: 'person.numbers.number' },
  'people.name_index': { left: NOBODY },
  'people.pending_contact': { told: 'pendingContacts.value' },
  'people.person': { told: 'person.language' },
  'saml.artifact': { left: SHORT },
  'saml.persistent_name': { left: NOBODY },
  'security.signing_key': { left: 'is ours, and about nobody' },
  'security.throttle': { left: NOBODY },
  'service_provider.key': { left: 'is ours, and about nobody' },
  'service_provider.session': { left: 'is the same sign-in as its session in fas.sign_in_session' },
  'service_provider.sign_in_request': { left: SHORT },
  'single_logout.logout': { left: SHORT },
  'single_logout.session_end': { left: SHORT },
  'staff.assignment': { told: 'roles.role' },
};

import { days, hours } from '#libs/kernel';

/** Rows that lose their meaning with time. All parts are our own constants: they are put into SQL as they are. */
export interface ExpiringTable {
  readonly table: string;
  /** Moment after which the row means nothing any more. */
  readonly column: string;
  /** Milliseconds that the row is kept after that moment. */
  readonly keepFor?: number;
  /** Rows that may go; all of them by default. */
  readonly condition?: string;
  /** That rows were destroyed is on record: for what the law has us keep. */
  readonly recorded?: true;
}

export const expiringTables: readonly ExpiringTable[] = [
  { table: 'fas.journey', column: 'expires_at' },
  { table: 'fas.oidc_record', column: 'expires_at' },
  { table: 'fas.oidc_answer', column: 'expires_at' },
  { table: 'fas.saml_request_seen', column: 'expires_at' },
  { table: 'saml.artifact', column: 'expires_at' },
  { table: 'fas.sign_in_session', column: 'expires_at' },
  // Its deliveries go with it.
  { table: 'single_logout.logout', column: 'expires_at' },
  { table: 'digital_keys.card_reading', column: 'expires_at' },
  { table: 'digital_keys.passkey_challenge', column: 'expires_at' },
  { table: 'service_provider.sign_in_request', column: 'expires_at' },
  { table: 'service_provider.assertion_seen', column: 'expires_at' },
  { table: 'service_provider.session', column: 'expires_at' },
  { table: 'messaging.outbox', column: 'forget_at' },
  { table: 'digital_keys.one_time_code', column: 'expires_at', keepFor: hours(1) },
  { table: 'digital_keys.activation', column: 'expires_at', keepFor: days(90) },
  { table: 'digital_keys.recovery', column: 'expires_at', keepFor: days(90) },
  { table: 'digital_keys.key_setup', column: 'expires_at' },
  { table: 'digital_keys.disown_link', column: 'expires_at' },
  { table: 'people.pending_contact', column: 'expires_at' },
  { table: 'digital_keys.send_count', column: 'ends_at' },
  { table: 'digital_keys.registration', column: 'expires_at', keepFor: hours(1) },
  // What agencies paid can be checked for two years; nobody can be known from it.
  { table: 'messaging.sms', column: 'created_at', keepFor: days(2 * 366) },
  { table: 'messaging.sms_receipt', column: 'received_at', keepFor: days(8) },
  // Three years of availability: the year that is reported, and two to compare it with.
  { table: 'availability.measurement', column: 'minute', keepFor: days(3 * 366) },
  { table: 'admin.audit_search', column: 'expires_at' },
  // Days are kept; the hours of the last two months can be looked at.
  { table: 'operations.usage_hour', column: 'counted_at', keepFor: days(62) },
  // Addresses, logins and stretches of time are never locked for good, so a quiet day is enough to forget them.
  {
    table: 'security.throttle',
    column: 'last_failed_at',
    keepFor: days(1),
    condition:
      "purpose ~ '-(address|login|altogether)$' and (blocked_until is null or blocked_until < now())",
  },
  // Accounts keep their count towards the lasting lock; a few stray failures, or names nobody has, are forgotten.
  {
    table: 'security.throttle',
    column: 'last_failed_at',
    keepFor: days(30),
    condition: 'consecutive < 10 and (blocked_until is null or blocked_until < now())',
  },
];

/** Who was told what about whom: kept as long as the law asks, by configuration. */
export const consultations = (years: number): ExpiringTable => ({
  table: 'aps.consultation',
  column: 'occurred_at',
  keepFor: days(years * 366),
  recorded: true,
});

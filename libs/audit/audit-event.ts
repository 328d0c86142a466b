/** Decides how long a record is kept. */
export type Retention = 'authentication' | 'administration' | 'consultation';

interface FieldTypes {
  string: string;
  /** Names somebody beside subject and actor: a FedID, alone or after a colon at the end. Other texts stay as they are. */
  person: string;
  number: number;
  boolean: boolean;
  'string[]': readonly string[];
}

/** A field's type; with `?` at the end it may be absent. */
export type FieldType = keyof FieldTypes | `${keyof FieldTypes}?`;

export type AuditFields = Readonly<Record<string, FieldType>>;

type ValueOf<T> = T extends `${infer Base extends keyof FieldTypes}?`
  ? FieldTypes[Base] | undefined
  : T extends keyof FieldTypes
    ? FieldTypes[T]
    : never;

type Flat<T> = { [K in keyof T]: T[K] };

export type AuditData<F extends AuditFields> = Flat<
  { readonly [K in keyof F as F[K] extends `${string}?` ? never : K]: ValueOf<F[K]> } & {
    readonly [K in keyof F as F[K] extends `${string}?` ? K : never]?: ValueOf<F[K]>;
  }
>;

export interface AuditEvent<F extends AuditFields = AuditFields> {
  /** In the past tense: what happened. */
  readonly name: string;
  readonly retention: Retention;
  /** For the service desk: what it means that this was recorded. */
  readonly meaning: string;
  readonly fields: F;
  /** Fields that are the person's own in this event, beside those that always are. */
  readonly personal?: readonly string[];
}

const catalogue = new Map<string, AuditEvent>();

/**
 * Defines something that is recorded. Throws when the name is taken or a field would hold what must not be
 * in the record.
 *
 * @example
 * const SignInCompleted = defineAuditEvent({
 *   name: 'SignInCompleted', retention: 'authentication', meaning: 'A person was let through to a service',
 *   fields: { level: 'number', key: 'string', enterprise: 'string?' },
 * });
 */
export function defineAuditEvent<const F extends AuditFields>(event: AuditEvent<F>): AuditEvent<F> {
  if (catalogue.has(event.name)) throw new Error(`The audit event ${event.name} is defined twice.`);
  const forbidden = Object.keys(event.fields).find(isForbiddenField);
  if (forbidden !== undefined)
    throw new Error(`The audit event ${event.name} may not have a field ${forbidden}.`);
  catalogue.set(event.name, event);
  return event;
}

/** Every event defined so far, by name, for the documentation. */
export function allAuditEvents(): readonly AuditEvent[] {
  return [...catalogue.values()].toSorted((one, other) => one.name.localeCompare(other.name));
}

/** By their name: they lead to a person, or tell one from others. Nothing is counted by them. */
const PERSONAL_FIELDS: ReadonlySet<string> = new Set([
  'activation',
  'browser',
  'consultation',
  'enterprise',
  'establishment',
  'keyId',
  'record',
  'recovery',
  'registration',
]);

/** Whether a field is the person's own: it is erased with them. */
export const isPersonal = (event: Pick<AuditEvent, 'personal'>, field: string): boolean =>
  PERSONAL_FIELDS.has(field) || (event.personal?.includes(field) ?? false);

const FORBIDDEN_FIELDS = new Set(
  [
    'password',
    'code',
    'token',
    'secret',
    'otp',
    'pin',
    'nationalNumber',
    'personNumber',
    'bisNumber',
    'nrn',
    'egovNRN',
    'email',
    'mail',
    'phone',
  ].map((name) => name.toLowerCase()),
);

/** Field names under which secrets and clear identifiers would come in. */
export function isForbiddenField(name: string): boolean {
  return FORBIDDEN_FIELDS.has(name.toLowerCase());
}

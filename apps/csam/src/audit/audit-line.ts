import type { AuditRecord } from '#libs/audit';

const PLAIN = /^[\w.:/+-]+$/;

/** Characters that a terminal would take for a command, which JSON leaves as they are. */
const CONTROL = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

function shown(value: unknown): string {
  return typeof value === 'string' && PLAIN.test(value)
    ? value
    : JSON.stringify(value).replaceAll(CONTROL, escaped);
}

/** A record on one line: when, what, every value as it was recorded, and in which places people are erased. What the outside sent cannot break the line. */
export function auditLine({ occurredAt, name, data, ...record }: AuditRecord): string {
  const { subject, actor, application, agency, address, erased } = record;
  const values = Object.entries({ subject, actor, application, agency, address, ...data, erased })
    .filter(([, value]) => value !== undefined)
    .map(([field, value]) => `${field}=${shown(value)}`);
  return [occurredAt.toISOString(), name, ...values].join('  ');
}

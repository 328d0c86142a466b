import type { AuditRecord } from '#libs/audit';
import type { FedId } from '#libs/kernel';

/** What a person said was not theirs. */
export type NotMeSubject = 'sign-in' | 'key' | 'contact' | 'password' | 'erasure';

/** A report "this was not me", without who made it: that is learned by opening the person, with a reason. */
export interface NotMeReport {
  /** Of the record. */
  readonly id: string;
  readonly at: Date;
  readonly subject: NotMeSubject;
  /** How many keys stopped by it. */
  readonly suspended: number;
  /** Of the request with which it was made. */
  readonly reference: string;
  readonly handledAt: Date | undefined;
}

/** A report and whose it is. */
export interface OpenedReport extends NotMeReport {
  readonly fedId: FedId;
}

export const NOT_ME_SUBJECTS: readonly NotMeSubject[] = ['sign-in', 'key', 'contact', 'password', 'erasure'];

/** Words of the history of a person and of the mails to them, by what they begin with. */
const BEGINNINGS: readonly (readonly [RegExp, NotMeSubject])[] = [
  [/^(key|suspended)/, 'key'],
  [/^(mail|phone|contact|primary|language)/, 'contact'],
  [/^(recovery|password)/, 'password'],
  [/^(erasure|data)/, 'erasure'],
];

export function notMeReport(
  { id, occurredAt, reference, data }: AuditRecord,
  handled: ReadonlyMap<string, Date>,
): NotMeReport {
  const { what, suspended } = data;
  return {
    id,
    at: occurredAt,
    subject: subjectOf(typeof what === 'string' ? what : ''),
    suspended: typeof suspended === 'number' ? suspended : 0,
    reference,
    handledAt: handled.get(id),
  };
}

const subjectOf = (what: string): NotMeSubject =>
  BEGINNINGS.find(([beginning]) => beginning.test(what))?.[1] ?? 'sign-in';

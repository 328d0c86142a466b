import type { Contact } from '#libs/people';

const HIDDEN = '•••';

/** Enough for the owner to recognise it, too little for somebody who looks over a shoulder. */
export function maskContact({ kind, value }: Pick<Contact, 'kind' | 'value'>): string {
  return kind === 'mail' ? maskMail(value) : maskPhone(value);
}

function maskMail(value: string): string {
  const at = value.lastIndexOf('@');
  if (at < 1) return HIDDEN;
  return `${[...value][0] ?? ''}${HIDDEN}${value.slice(at)}`;
}

function maskPhone(value: string): string {
  const digits = value.replaceAll(/[^\d+]/g, '');
  if (digits.length < 8) return HIDDEN;
  const country = digits.startsWith('+') ? `${digits.slice(0, 3)} ` : '';
  return `${country}${HIDDEN} ${digits.slice(-2)}`;
}

const DOT = '•';

/** `h•••k@p•••.example`: first and last of what the owner chose, and where it ends. */
export function maskMailbox(address: string): string {
  const at = address.lastIndexOf('@');
  const mailbox = Array.from(address.slice(0, at));
  const domain = address.slice(at + 1);
  const ending = domain.slice(domain.lastIndexOf('.') + 1);
  return masked(mailbox[0], mailbox.length > 2 ? mailbox.at(-1) : undefined, Array.from(domain)[0], ending);
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const letter = (shade: number): string => LETTERS.charAt(shade % LETTERS.length);

/** Looks as the mailbox of somebody does; always the same for one person. */
export const maskOfNoMailbox = (shade: number): string =>
  masked(letter(shade), letter(shade >>> 8), letter(shade >>> 16), 'be');

function masked(first = '', last = '', domain = '', ending = ''): string {
  const dots = DOT.repeat(3);
  return `${first}${dots}${last}@${domain}${dots}.${ending}`;
}

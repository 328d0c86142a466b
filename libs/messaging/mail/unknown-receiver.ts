/** `550 5.1.1 …`, `550-5.1.1 …` or `550 …`. */
const REPLY = /^(\d{3})(?:[ -](\d)\.(\d{1,3})\.(\d{1,3})\b)?/;

/** Replies that speak of the mailbox when nothing more exact is said (RFC 5321 section 4.2.3). */
const OF_MAILBOX: readonly string[] = ['550', '551', '553'];

/**
 * Whether a refusal says that the address itself is no good, so that no other mail will arrive there either. A relay
 * that refuses for its own reasons (`550 5.7.1`, relaying denied) says nothing about the address.
 *
 * @param reply the reply to RCPT TO, with its enhanced status code (RFC 3463) when it has one
 */
export function saysUnknownReceiver(reply: string): boolean {
  const [, code = '', kind, subject, detail] = REPLY.exec(reply) ?? [];
  return kind === undefined ? OF_MAILBOX.includes(code) : isUnknownReceiver(`${kind}.${subject}.${detail}`);
}

/** The same for an enhanced status code (RFC 3463 sections 3.2 and 3.3): bad address, or a mailbox that takes nothing. */
export const isUnknownReceiver = (status: string): boolean => /^5\.(1\.\d+|2\.1)$/.test(status);

/** A mail of ours that came back. */
export interface Bounce {
  /** Its identifier in the outbox. */
  readonly mail: string;
  /** Why: an enhanced status code (RFC 3463), `5.…`. */
  readonly status: string;
}

/** Longer reports quote a whole mail; what counts stands at their beginning. */
const LONGEST = 1_000_000;

const REPORT = /^content-type:[^\r\n]*multipart\/report[^\r\n]*report-type="?delivery-status\b/im;
const FAILED = /^action:[ \t]*failed\b/im;
const STATUS = /^status:[ \t]*(5\.\d{1,3}\.\d{1,3})\b/im;
const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
/** What we gave it: the Message-ID of the returned headers. */
const OURS = new RegExp(`^message-id:[ \\t]*<(${UUID})@`, 'im');

/**
 * Reads a delivery status notification (RFC 3464) that says that a mail was given up for good. Anything else, such as
 * a note that it is late or an answer of a person, is undefined.
 *
 * @param message the whole mail as it came
 */
export function readBounce(message: string): Bounce | undefined {
  const whole = unfolded(message.slice(0, LONGEST));
  const end = whole.search(/\r?\n\r?\n/);
  const [head, body] = [whole.slice(0, end), whole.slice(end)];
  if (end < 0 || !REPORT.test(head) || !FAILED.test(body)) return undefined;
  const [status, mail] = [STATUS.exec(body)?.[1], OURS.exec(body)?.[1]];
  return status === undefined || mail === undefined ? undefined : { mail: mail.toLowerCase(), status };
}

/** Long header lines go on in the next line, which begins with space (RFC 5322 section 2.2.3). */
const unfolded = (text: string): string => text.replaceAll(/\r?\n[ \t]+/g, ' ');

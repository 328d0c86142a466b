import type { Queryable } from '#libs/database';
import { hashToken, type FieldCipher } from '#libs/security';

interface KeptRow {
  readonly answer: string | null;
}

/**
 * Answers that were posted from another site and wait, unjudged, for their browser to come back by itself: its cookies
 * do not travel with such a form. Only what answers a waiting request is kept, and whoever takes it judges it.
 */
export class PostedAnswers {
  constructor(
    private readonly database: Queryable,
    private readonly cipher: FieldCipher,
    private readonly provider: string,
  ) {}

  /**
   * Keeps what came for a waiting request; a later one takes its place, as nobody can tell yet which is genuine.
   *
   * @returns the path to go on to; undefined when no request waits for it
   */
  async keep(relayState: string, message: string): Promise<string | undefined> {
    const hash = hashToken(relayState);
    const [row] = await this.database.prepared<{ return_to: string }>(
      'sp-keep-answer',
      `update service_provider.sign_in_request set answer = $3
        where provider = $1 and relay_state = $2 and expires_at > now() returning return_to`,
      [this.provider, hash, this.cipher.encrypt(message, contextOf(hash))],
    );
    return row?.return_to;
  }

  /** What came, once. */
  async take(relayState: string): Promise<string | undefined> {
    const hash = hashToken(relayState);
    const [row] = await this.database.prepared<KeptRow>(
      'sp-take-answer',
      `with kept as (
         select answer from service_provider.sign_in_request where provider = $1 and relay_state = $2 for update
       ), taken as (
         update service_provider.sign_in_request set answer = null where provider = $1 and relay_state = $2
       )
       select answer from kept`,
      [this.provider, hash],
    );
    return row?.answer ? this.cipher.decrypt(row.answer, contextOf(hash)) : undefined;
  }
}

const contextOf = (hash: string): string => `service_provider.sign_in_request.answer:${hash}`;

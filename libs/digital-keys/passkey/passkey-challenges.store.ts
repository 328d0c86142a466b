import type { Queryable } from '#libs/database';
import { minutes, type FedId } from '#libs/kernel';
import { hashToken, randomToken } from '#libs/security';

/** Between showing the page and the device's answer; browsers give up by then as well. */
export const CHALLENGE_LIFETIME = minutes(5);

export interface ChallengeFor {
  readonly purpose: 'prove' | 'create';
  /** What only the asking login or session knows. */
  readonly binding: string;
  readonly now: Date;
}

export interface TakenChallenge {
  /** Whose passkey it must be. */
  readonly fedId?: string;
}

/** Challenges under way: one at a time for each login or session, and each serves once. */
export class PasskeyChallengesStore {
  constructor(private readonly database: Queryable) {}

  /** Makes a challenge of 256 bits, base64url; an earlier one of the same login or session serves no more. */
  async make({ purpose, binding, now }: ChallengeFor, fedId?: FedId): Promise<string> {
    const challenge = randomToken();
    await this.database.prepared(
      'passkey-challenge-make',
      `insert into digital_keys.passkey_challenge (purpose, binding, challenge, fed_id, expires_at)
       values ($1, $2, $3, $4, $5)
       on conflict (purpose, binding) do update
          set challenge = excluded.challenge, fed_id = excluded.fed_id, expires_at = excluded.expires_at`,
      [
        purpose,
        hashToken(binding),
        hashToken(challenge),
        fedId ?? null,
        new Date(now.getTime() + CHALLENGE_LIFETIME),
      ],
    );
    return challenge;
  }

  /** Takes it; undefined when it is unknown, too old, of another login or session, or was taken before. */
  async take(
    challenge: string,
    { purpose, binding, now }: ChallengeFor,
  ): Promise<TakenChallenge | undefined> {
    const [row] = await this.database.prepared<{ fed_id: string | null }>(
      'passkey-challenge-take',
      `delete from digital_keys.passkey_challenge
        where purpose = $1 and binding = $2 and challenge = $3 and expires_at > $4
       returning fed_id`,
      [purpose, hashToken(binding), hashToken(challenge), now],
    );
    return row && (row.fed_id === null ? {} : { fedId: row.fed_id });
  }
}

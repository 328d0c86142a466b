import type { Queryable } from '#libs/database';
import type { FedId } from '#libs/kernel';
import type { Enrolment } from '#libs/loa';
import type { BlindIndex } from '#libs/security';
import { nextPosition, normaliseTokenCode, type TokenCell } from './token.js';

/** A person's active card and the position that it asks. */
export interface TokenCard {
  readonly keyId: string;
  readonly enrolment: Enrolment;
  readonly askedPosition: number;
  readonly codeHash: string;
}

/** Tables of code cards. A code is kept as a hash under a key outside the database, bound to card and place. */
export class TokenStore {
  constructor(
    private readonly database: Queryable,
    private readonly index: BlindIndex,
  ) {}

  within(tx: Queryable): TokenStore {
    return new TokenStore(tx, this.index);
  }

  hash(keyId: string, position: number, code: string): string {
    return this.index.of(normaliseTokenCode(code), `token-code:${keyId}:${position}`);
  }

  async activeOf(fedId: FedId): Promise<TokenCard | undefined> {
    const rows = await this.database.prepared<{
      key_id: string;
      enrolment: Enrolment;
      asked_position: number;
      code_hash: string;
    }>(
      'token-of-person',
      `select c.key_id, k.enrolment, c.asked_position, t.code_hash
         from digital_keys.token_card c
         join digital_keys.token_code t on t.key_id = c.key_id and t.position = c.asked_position
         join digital_keys.digital_key k on k.id = c.key_id
         join people.person p on p.fed_id = k.fed_id
        where k.fed_id = $1 and k.state = 'active' and p.state = 'active'`,
      [fedId],
    );
    const row = rows[0];
    return (
      row && {
        keyId: row.key_id,
        enrolment: row.enrolment,
        askedPosition: row.asked_position,
        codeHash: row.code_hash,
      }
    );
  }

  /**
   * The asked code was right: asks another position from now on. False when somebody else answered it first, so
   * that one answer counts once, whatever happens at the same moment.
   */
  async answered({ keyId, askedPosition }: TokenCard): Promise<boolean> {
    const cells = await this.database.prepared<TokenCell>(
      'token-cells',
      'select position, round from digital_keys.token_code where key_id = $1',
      [keyId],
    );
    const after = cells.map((cell) =>
      cell.position === askedPosition ? { ...cell, round: cell.round + 1 } : cell,
    );
    const counted = await this.database.prepared(
      'token-answered',
      `with card as (
         update digital_keys.token_card set asked_position = $3
          where key_id = $1 and asked_position = $2 returning key_id)
       update digital_keys.token_code t set round = round + 1
         from card where t.key_id = card.key_id and t.position = $2 returning t.key_id`,
      [keyId, askedPosition, nextPosition(after)],
    );
    return counted.length === 1;
  }

  /** Registers a card for a key; the codes leave this process as hashes only. */
  async add(keyId: string, card: { serial: string; codes: readonly string[] }): Promise<void> {
    const positions = card.codes.map((_code, at) => at + 1);
    await this.database.query(
      'insert into digital_keys.token_card (key_id, serial, asked_position) values ($1, $2, $3)',
      [keyId, card.serial, nextPosition(positions.map((position) => ({ position, round: 0 })))],
    );
    await this.database.query(
      `insert into digital_keys.token_code (key_id, position, code_hash)
       select $1, * from unnest($2::smallint[], $3::text[])`,
      [keyId, positions, card.codes.map((code, at) => this.hash(keyId, at + 1, code))],
    );
  }

  /** The codes of a card that is over; that there was one stays. */
  async retire(keyId: string): Promise<void> {
    await this.database.query('delete from digital_keys.token_code where key_id = $1', [keyId]);
  }

  /** A position for somebody without a card: always the same one, so that the page gives nothing away. */
  positionForNobody(fedId: FedId, positions: number): number {
    return (Number.parseInt(this.index.of(fedId, 'token-nobody').slice(0, 8), 16) % positions) + 1;
  }
}

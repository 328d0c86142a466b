import type { Queryable } from '#libs/database';
import type { FedId } from '#libs/kernel';
import type { BlindIndex } from '#libs/security';

export interface NameAndBirth {
  readonly surname: string;
  /** `YYYY-MM-DD` */
  readonly birthDate: string;
}

const MOST = 20;

/** Finds people by surname and date of birth together, of which only a keyed hash is kept. */
export class NameIndex {
  constructor(
    private readonly database: Queryable,
    private readonly index: BlindIndex,
  ) {}

  /** Notes what a register or a card said of this person. */
  async note(fedId: FedId, who: NameAndBirth): Promise<void> {
    await this.database.query(
      'insert into people.name_index (fed_id, name_index) values ($1, $2) on conflict do nothing',
      [fedId, this.indexOf(who)],
    );
  }

  async find(who: NameAndBirth): Promise<FedId[]> {
    const rows = await this.database.query<{ fed_id: string }>(
      'select fed_id from people.name_index where name_index = $1 order by fed_id limit $2',
      [this.indexOf(who), MOST],
    );
    return rows.map(({ fed_id: fedId }) => fedId as FedId);
  }

  private indexOf({ surname, birthDate }: NameAndBirth): string {
    return this.index.of(`${plainName(surname)}|${birthDate}`, 'person-name');
  }
}

/** As people spell it on the phone: without accents, case, spaces, dashes and apostrophes. */
const plainName = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/[^\p{L}]/gu, '')
    .toLowerCase();

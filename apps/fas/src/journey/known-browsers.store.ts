import type { Queryable } from '#libs/database';
import type { FedId } from '#libs/kernel';
import { hashToken } from '#libs/security';
import { ReadOnce } from '../sign-in-session/read-once.js';

/** A proof asks for the same browser twice: how freely may be guessed here, and must the person be told. */
const known = new ReadOnce<boolean>();

/** Table of the browsers in which people signed in before. */
export class KnownBrowsersStore {
  constructor(private readonly database: Queryable) {}

  within(tx: Queryable): KnownBrowsersStore {
    return new KnownBrowsersStore(tx);
  }

  /** @param device value of the cookie that outlives the browser's windows */
  async knows(fedId: FedId, device: string): Promise<boolean> {
    const browser = hashToken(device);
    const knows = await known.get(`${fedId} ${browser}`, async () => {
      const rows = await this.database.read(
        'known-browser',
        'select 1 from fas.known_browser where fed_id = $1 and browser = $2',
        [fedId, browser],
      );
      return rows.length > 0;
    });
    return knows === true;
  }

  /** False when it is known already. */
  async add(fedId: FedId, device: string): Promise<boolean> {
    const added = await this.database.query(
      'insert into fas.known_browser (fed_id, browser) values ($1, $2) on conflict do nothing returning 1',
      [fedId, hashToken(device)],
    );
    known.forget();
    return added.length > 0;
  }
}

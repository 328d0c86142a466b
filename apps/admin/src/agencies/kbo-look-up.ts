import type { Queryable } from '#libs/database';
import { EnterprisesStore, ImportsStore } from '#libs/enterprises';
import type { EnterpriseNumber } from '#libs/kernel';

export type KboAnswer =
  | { readonly kind: 'found'; readonly nameNl: string; readonly nameFr: string }
  /** The enterprise has stopped. */
  | { readonly kind: 'stopped' }
  | { readonly kind: 'unknown' }
  /** No extract of the KBO was read on this installation yet: nothing can be said. */
  | { readonly kind: 'not-loaded' };

/** Looks an enterprise up in the public data of the KBO. */
export class KboLookUp {
  private readonly enterprises: EnterprisesStore;
  private readonly imports: ImportsStore;

  constructor(database: Queryable) {
    this.enterprises = new EnterprisesStore(database);
    this.imports = new ImportsStore(database);
  }

  async ask(number: EnterpriseNumber): Promise<KboAnswer> {
    const [[dutch], [french]] = await Promise.all([
      this.enterprises.find([number], 'nl'),
      this.enterprises.find([number], 'fr'),
    ]);
    if (dutch === undefined) {
      const loaded = await this.imports.latestFinished();
      return { kind: loaded === undefined ? 'not-loaded' : 'unknown' };
    }
    if (!dutch.active) return { kind: 'stopped' };
    return { kind: 'found', nameNl: dutch.name ?? '', nameFr: french?.name ?? '' };
  }
}

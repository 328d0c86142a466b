import { ATTRIBUTES } from '#libs/attributes';
import type { GuardedSource } from './guarded-source.js';

/** All sources of this installation. Refuses to exist when an attribute of the catalogue would come from nowhere. */
export class SourceRegistry {
  constructor(readonly sources: readonly GuardedSource[]) {
    const orphan = ATTRIBUTES.find(
      ({ name, source }) =>
        !sources.some((candidate) => candidate.name === source && candidate.attributes.includes(name)),
    );
    if (orphan !== undefined) throw new Error(`No source gives the attribute ${orphan.name}.`);
  }
}

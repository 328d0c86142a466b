import { ATTRIBUTES, type AttributeName, type AttributeSourceName } from '#libs/attributes';
import type { Mandates } from './mandates/mandates.js';
import type { SourcePing } from '../health/source-ping.js';
import type { SourceGuard } from './source-guard.js';
import type { SourceOutcome, SourceRequest } from './source.js';

/** A source as publication uses it: in time, within bounds, never throwing. */
export interface ReadySource {
  readonly name: AttributeSourceName;
  readonly attributes: readonly AttributeName[];
  fetch(request: Omit<SourceRequest, 'signal'>): Promise<SourceOutcome>;
}

/** All sources of this installation. Refuses to exist when an attribute of the catalogue would come from nowhere. */
export class SourceRegistry {
  constructor(
    readonly sources: readonly ReadySource[],
    /** One for each party that is called. */
    readonly guards: readonly SourceGuard[],
    readonly mandates: Mandates,
    /** Of those that tell whether they work. */
    readonly pings: readonly SourcePing[] = [],
  ) {
    const orphan = ATTRIBUTES.find(
      ({ name, source }) =>
        !sources.some((candidate) => candidate.name === source && candidate.attributes.includes(name)),
    );
    if (orphan !== undefined) throw new Error(`No source gives the attribute ${orphan.name}.`);
  }
}

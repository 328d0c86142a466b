import type { KboImport } from './imports.store.js';
import type { ExtractMeta } from './meta.js';

/**
 * Why this extract cannot be read now, in a sentence for the operator; undefined when it can. A full extract may replace
 * anything older; an update only makes sense on the extract before it.
 */
export function stepProblem(
  { extract, kind }: ExtractMeta,
  known: KboImport | undefined,
  latest: KboImport | undefined,
): string | undefined {
  if (known?.finishedAt) return `Extract ${extract} was imported before; there is nothing to do.`;
  if (latest !== undefined && extract < latest.extract) {
    return `Extract ${extract} is older than extract ${latest.extract}, at which the data stands.`;
  }
  if (kind === 'full') return undefined;
  if (latest === undefined) return `Extract ${extract} is an update. Import a full extract first.`;
  return latest.extract + 1 === extract
    ? undefined
    : `Extract ${extract} is an update of extract ${extract - 1}, and the data stands at extract ${latest.extract}. Import the updates in between, or a full extract.`;
}

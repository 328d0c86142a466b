import { csvRows } from './csv-rows.js';
import { NotOpenData, type OpenDataZip } from './open-data-zip.js';

/** What a ZIP says of itself in meta.csv. */
export interface ExtractMeta {
  readonly extract: number;
  readonly kind: 'full' | 'update';
  /** `YYYY-MM-DD` */
  readonly snapshotOn: string;
}

/** @throws NotOpenData when meta.csv is missing or says something else */
export async function readMeta(zip: OpenDataZip): Promise<ExtractMeta> {
  const said = new Map<string, string>();
  for await (const row of csvRows(await zip.stream('meta.csv'), 'meta.csv', ['Variable', 'Value'])) {
    said.set(row['Variable'] ?? '', row['Value'] ?? '');
  }
  const meta = metaOf(said);
  if (meta === undefined)
    throw new NotOpenData('meta.csv does not say ExtractType, SnapshotDate and ExtractNumber');
  return meta;
}

function metaOf(said: ReadonlyMap<string, string>): ExtractMeta | undefined {
  const kind = said.get('ExtractType')?.toLowerCase();
  const date = /^(\d\d)-(\d\d)-(\d{4})$/.exec(said.get('SnapshotDate') ?? '');
  const extract = Number(said.get('ExtractNumber'));
  if (date === null || !Number.isSafeInteger(extract)) return undefined;
  if (kind !== 'full' && kind !== 'update') return undefined;
  return { kind, extract, snapshotOn: `${date[3]}-${date[2]}-${date[1]}` };
}

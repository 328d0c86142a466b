import { parseEnterpriseNumber, parseEstablishmentNumber } from '#libs/kernel';
import type { CsvRow } from './csv-rows.js';

/** Values in the order of the table's columns; text as PostgreSQL reads it. */
export type Values = readonly (string | null)[];

/** A file of KBO Open Data and the table that it fills. */
export interface OpenDataFile {
  /** `enterprise` stands for enterprise.csv, enterprise_delete.csv and enterprise_insert.csv. */
  readonly name: string;
  /** Columns of the file that are read. */
  readonly columns: readonly string[];
  /** Column that names the entity whose rows an update removes. */
  readonly entityColumn: string;
  readonly table: string;
  /** Columns of the table with their types; the first `keys` of them are its primary key. */
  readonly target: Readonly<Record<string, 'text' | 'date' | 'boolean'>>;
  readonly keys: number;
  /** Column of the table that names the entity. */
  readonly entity: string;
  /** The values; `malformed` when the row cannot be understood, `unused` when nobody needs it. */
  read(row: CsvRow): Values | 'malformed' | 'unused';
}

const DATE = /^(\d\d)-(\d\d)-(\d{4})$/;

/** `31-12-2025` as PostgreSQL reads it; null for none, and for what is no date. */
function dateOf(text: string | undefined): string | null {
  const parts = DATE.exec(text ?? '');
  return parts === null ? null : `${parts[3]}-${parts[2]}-${parts[1]}`;
}

const textOf = (text: string | undefined): string | null => {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
};

/** The number without dots, when its check digits hold. */
export function entityNumber(text: string | undefined): string | undefined {
  const enterprise = parseEnterpriseNumber(text ?? '');
  if (enterprise.kind === 'valid') return enterprise.number;
  const establishment = parseEstablishmentNumber(text ?? '');
  return establishment.kind === 'valid' ? establishment.number : undefined;
}

/** Codes of the open data for languages; 0 is unknown. */
const LANGUAGES: Readonly<Record<string, string>> = { '1': 'fr', '2': 'nl', '3': 'de', '4': 'en' };

const enterprise: OpenDataFile = {
  name: 'enterprise',
  columns: ['EnterpriseNumber', 'Status', 'TypeOfEnterprise', 'JuridicalForm', 'StartDate'],
  entityColumn: 'EnterpriseNumber',
  table: 'enterprises.enterprise',
  target: { number: 'text', active: 'boolean', type: 'text', juridical_form: 'text', started_on: 'date' },
  keys: 1,
  entity: 'number',
  read(row) {
    const number = entityNumber(row['EnterpriseNumber']);
    const type = textOf(row['TypeOfEnterprise']);
    if (number === undefined || type === null) return 'malformed';
    const active = String(row['Status'] === 'AC');
    return [number, active, type, textOf(row['JuridicalForm']), dateOf(row['StartDate'])];
  },
};

const establishment: OpenDataFile = {
  name: 'establishment',
  columns: ['EstablishmentNumber', 'StartDate', 'EnterpriseNumber'],
  entityColumn: 'EstablishmentNumber',
  table: 'enterprises.establishment',
  target: { number: 'text', enterprise: 'text', started_on: 'date' },
  keys: 1,
  entity: 'number',
  read(row) {
    const number = entityNumber(row['EstablishmentNumber']);
    const owner = entityNumber(row['EnterpriseNumber']);
    if (number === undefined || owner === undefined) return 'malformed';
    return [number, owner, dateOf(row['StartDate'])];
  },
};

const denomination: OpenDataFile = {
  name: 'denomination',
  columns: ['EntityNumber', 'Language', 'TypeOfDenomination', 'Denomination'],
  entityColumn: 'EntityNumber',
  table: 'enterprises.denomination',
  target: { entity: 'text', kind: 'text', language: 'text', name: 'text' },
  keys: 3,
  entity: 'entity',
  read(row) {
    const entity = entityNumber(row['EntityNumber']);
    const kind = textOf(row['TypeOfDenomination']);
    const name = textOf(row['Denomination']);
    if (entity === undefined || kind === null || name === null) return 'malformed';
    return [entity, kind, LANGUAGES[row['Language'] ?? ''] ?? 'xx', name];
  },
};

const address: OpenDataFile = {
  name: 'address',
  columns: [
    'EntityNumber',
    'TypeOfAddress',
    'Zipcode',
    'MunicipalityNL',
    'MunicipalityFR',
    'DateStrikingOff',
  ],
  entityColumn: 'EntityNumber',
  table: 'enterprises.address',
  target: {
    entity: 'text',
    kind: 'text',
    postcode: 'text',
    municipality_nl: 'text',
    municipality_fr: 'text',
  },
  keys: 2,
  entity: 'entity',
  read(row) {
    const entity = entityNumber(row['EntityNumber']);
    const kind = textOf(row['TypeOfAddress']);
    if (entity === undefined || kind === null) return 'malformed';
    if (textOf(row['DateStrikingOff']) !== null) return 'unused';
    const place = [row['Zipcode'], row['MunicipalityNL'], row['MunicipalityFR']].map(textOf);
    return [entity, kind, ...place];
  },
};

/** In this order, so that an enterprise is there before what belongs to it. */
export const OPEN_DATA_FILES: readonly OpenDataFile[] = [enterprise, establishment, denomination, address];

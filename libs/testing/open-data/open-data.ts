import { enterpriseCheckDigits, formatEnterpriseNumber, formatEstablishmentNumber } from '#libs/kernel';
import type { EnterpriseNumber, EstablishmentNumber } from '#libs/kernel';
import { writeZip, type ZipContent } from './zip-writer.js';

export interface OpenDataEstablishment {
  readonly number: string;
  readonly name: string;
}

export interface OpenDataEnterprise {
  readonly number: string;
  readonly name: string;
  /** Name in French, where it has one. */
  readonly nameFr?: string;
  readonly active?: boolean;
  readonly establishments?: readonly OpenDataEstablishment[];
}

const HEADERS = {
  enterprise:
    'EnterpriseNumber,Status,JuridicalSituation,TypeOfEnterprise,JuridicalForm,JuridicalFormCAC,StartDate',
  establishment: 'EstablishmentNumber,StartDate,EnterpriseNumber',
  denomination: 'EntityNumber,Language,TypeOfDenomination,Denomination',
  address:
    'EntityNumber,TypeOfAddress,CountryNL,CountryFR,Zipcode,MunicipalityNL,MunicipalityFR,StreetNL,StreetFR,HouseNumber,Box,ExtraAddressInfo,DateStrikingOff',
} as const;
type FileName = keyof typeof HEADERS;

const dotted = (number: string): string =>
  /^[01]/u.test(number)
    ? formatEnterpriseNumber(number as EnterpriseNumber)
    : formatEstablishmentNumber(number as EstablishmentNumber);

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const row = (...values: readonly string[]): string => `${values.map(quoted).join(',')}\n`;

const LINES: Readonly<Record<FileName, (enterprise: OpenDataEnterprise) => string>> = {
  enterprise: ({ number, active = true }) =>
    row(dotted(number), active ? 'AC' : 'ST', '000', '2', '610', '', '01-02-2020'),
  establishment: ({ number, establishments = [] }) =>
    establishments.map((unit) => row(dotted(unit.number), '01-03-2020', dotted(number))).join(''),
  denomination: ({ number, name, nameFr, establishments = [] }) =>
    row(dotted(number), '2', '001', name) +
    (nameFr === undefined ? '' : row(dotted(number), '1', '001', nameFr)) +
    establishments.map((unit) => row(dotted(unit.number), '2', '003', unit.name)).join(''),
  address: ({ number, establishments = [] }) =>
    addressRow(number, 'REGO') + establishments.map((unit) => addressRow(unit.number, 'BAET')).join(''),
};

const addressRow = (number: string, kind: string): string =>
  row(
    dotted(number),
    kind,
    '',
    '',
    '9999',
    'Voorbeeldegem',
    'Exempleville',
    'Verzonnenstraat',
    '',
    '1',
    '',
    '',
    '',
  );

const meta = (kind: string, extract: number): ZipContent => ({
  name: 'meta.csv',
  pieces: [
    'Variable,Value\n',
    row('SnapshotDate', '01-06-2026'),
    row('ExtractTimestamp', '02-06-2026 07:00:00'),
    row('ExtractType', kind),
    row('ExtractNumber', String(extract)),
    row('Version', 'R018.00'),
  ],
});

const FILES = Object.keys(HEADERS) as FileName[];

function* csv(file: FileName, enterprises: Iterable<OpenDataEnterprise>): Generator<string> {
  yield `${HEADERS[file]}\n`;
  for (const enterprise of enterprises) yield LINES[file](enterprise);
}

/**
 * A ZIP as KBO Open Data has it, numbers with dots and everything in quotes.
 *
 * @param enterprises asked once per file, so that a large one never stands in memory
 */
export function writeFullExtract(
  path: string,
  extract: number,
  enterprises: () => Iterable<OpenDataEnterprise>,
): Promise<void> {
  const files = FILES.map((file) => ({ name: `${file}.csv`, pieces: csv(file, enterprises()) }));
  return writeZip(path, [meta('full', extract), ...files]);
}

/** An update: what was there of the enterprises goes, what is given comes. */
export function writeUpdateExtract(
  path: string,
  extract: number,
  {
    gone,
    come,
  }: { readonly gone: readonly OpenDataEnterprise[]; readonly come: readonly OpenDataEnterprise[] },
): Promise<void> {
  const changed = [...gone, ...come];
  const files = FILES.flatMap((file) => [
    {
      name: `${file}_delete.csv`,
      pieces: [
        `${HEADERS[file].split(',')[0]}\n`,
        ...entitiesOf(file, changed).map((number) => row(dotted(number))),
      ],
    },
    { name: `${file}_insert.csv`, pieces: csv(file, come) },
  ]);
  return writeZip(path, [meta('update', extract), ...files]);
}

function entitiesOf(file: FileName, enterprises: readonly OpenDataEnterprise[]): string[] {
  const owners = file === 'establishment' ? [] : enterprises.map(({ number }) => number);
  const units = enterprises.flatMap(({ establishments = [] }) => establishments.map(({ number }) => number));
  return file === 'enterprise' ? owners : [...owners, ...units];
}

/** Invented enterprises, each with a unit: the first so many of a range that nobody has. */
export function* inventedEnterprises(count: number): Generator<OpenDataEnterprise> {
  for (let at = 0; at < count; at += 1) {
    const [enterprise, unit] = [`01${String(at).padStart(6, '0')}`, `80${String(at).padStart(6, '0')}`];
    yield {
      number: enterprise + enterpriseCheckDigits(enterprise),
      name: `Verzonnen onderneming ${at} BV`,
      nameFr: `Entreprise inventée ${at} SRL`,
      establishments: [{ number: unit + enterpriseCheckDigits(unit), name: `Vestiging ${at}` }],
    };
  }
}

/**
 * How sensitive a column is. It drives what a data export holds, what erasure destroys and what a
 * service-desk view masks; every column of every table declares it (written as the column's comment).
 */
export type Sensitivity = 'public' | 'internal' | 'personal' | 'sensitive' | 'secret';

export interface Column {
  readonly definition: string;
  readonly sensitivity: Sensitivity;
  readonly meaning: string;
}

/** A column: its SQL type and constraints, its sensitivity and what it holds. */
export function column(definition: string, sensitivity: Sensitivity, meaning: string): Column {
  return { definition, sensitivity, meaning };
}

export type AppRole = 'csam_fas' | 'csam_sma' | 'csam_aps' | 'csam_admin' | 'csam_worker';

export const APP_ROLES: readonly AppRole[] = [
  'csam_fas',
  'csam_sma',
  'csam_aps',
  'csam_admin',
  'csam_worker',
];

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

const comment = (table: string, name: string, { sensitivity, meaning }: Column) =>
  `comment on column ${table}.${name} is ${literal(`${sensitivity}: ${meaning}`)}`;

/** Statements that create a table with its comments. `suffix` follows the column list (for example PARTITION BY). */
export function table(
  name: string,
  meaning: string,
  columns: Readonly<Record<string, Column>>,
  { constraints = [], suffix = '' }: { constraints?: readonly string[]; suffix?: string } = {},
): string[] {
  const body = [
    ...Object.entries(columns).map(([columnName, { definition }]) => `${columnName} ${definition}`),
    ...constraints,
  ];
  return [
    `create table ${name} (\n  ${body.join(',\n  ')}\n) ${suffix}`.trim(),
    `comment on table ${name} is ${literal(meaning)}`,
    ...Object.entries(columns).map(([columnName, definition]) => comment(name, columnName, definition)),
  ];
}

/** Statements that add a column to an existing table, with its comment. */
export function addColumn(tableName: string, name: string, definition: Column): string[] {
  return [
    `alter table ${tableName} add column ${name} ${definition.definition}`,
    comment(tableName, name, definition),
  ];
}

/** Statements that make a schema usable by the roles that are given rights in it. */
export function schema(name: string, ...users: AppRole[]): string[] {
  return [
    `create schema if not exists ${name}`,
    ...(users.length > 0 ? [`grant usage on schema ${name} to ${users.join(', ')}`] : []),
  ];
}

/** Statement that gives a role rights on a table, for example `grant('csam_fas', 'select, insert', 'audit.event')`. */
export function grant(role: AppRole | readonly AppRole[], rights: string, tableName: string): string {
  return `grant ${rights} on ${tableName} to ${typeof role === 'string' ? role : role.join(', ')}`;
}

import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { parse } from 'yaml';
import { Config, ENVIRONMENTS } from './config.js';
import { productionProblems } from './production-problems.js';

/** Thrown with one readable line per problem; the process must not start. */
export class ConfigurationError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The configuration is not usable:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigurationError';
  }
}

type Tree = { [key: string]: unknown };
type Variables = (name: string) => string | undefined;

/**
 * Reads `config/default.yaml` and `config/identity-services.yaml`, lays `config/<CSAM_ENV>.yaml` and the environment
 * over them, and validates.
 *
 * @throws ConfigurationError for a file that cannot be read, an unknown key, a missing or wrong value
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env, folder = 'config'): Config {
  const environment = env.CSAM_ENV ?? 'demo';
  if (!ENVIRONMENTS.some((known) => known === environment))
    throw new ConfigurationError([`CSAM_ENV: "${environment}" is none of ${ENVIRONMENTS.join(', ')}`]);
  const variables = substitutions(env);
  const read = (name: string) => readTree(join(folder, `${name}.yaml`), variables);
  const standard = { ...read('default'), identityServices: read('identity-services') };
  const { identityServices, ...tree } = merge(standard, read(environment));
  return validateConfig(overlay({ ...tree, identityServices: rowsOf(identityServices), environment }, env));
}

/** Validates a plain tree of settings and freezes it. */
export function validateConfig(tree: unknown): Config {
  const config = plainToInstance(Config, tree);
  const errors = validateSync(config, { whitelist: true, forbidNonWhitelisted: true });
  const problems = errors.flatMap((error) => describe(error, ''));
  if (problems.length === 0) problems.push(...productionProblems(config));
  if (problems.length > 0) throw new ConfigurationError(problems);
  return deepFreeze(config);
}

/** A file without settings is none. */
function readTree(file: string, variables: Variables): Tree | null {
  try {
    const tree: unknown = parse(substitute(readFileSync(file, 'utf8'), variables)) ?? null;
    if (tree === null || isTree(tree)) return tree;
  } catch (error) {
    throw new ConfigurationError([`${file}: ${error instanceof Error ? error.message : String(error)}`]);
  }
  throw new ConfigurationError([`${file}: holds no settings by name`]);
}

function substitutions(env: NodeJS.ProcessEnv): Variables {
  const base = Number(env.CSAM_PORT_BASE ?? 4100);
  const dataDirectory = env.CSAM_DATA_DIRECTORY ?? '.data';
  return (name) => {
    const portOffset = /^PORT\+(\d+)$/.exec(name)?.[1];
    if (portOffset !== undefined) return String(base + Number(portOffset));
    return name === 'DATA' ? dataDirectory : env[name];
  };
}

const substitute = (text: string, variable: Variables) =>
  text.replace(/\$\{([A-Z_+\d]+)\}/g, (_whole, name: string) => variable(name) ?? '');

/** An empty value, such as that of a variable which is not set, counts as not given. */
function merge(under: Tree, over: Tree | null): Tree {
  const result: Tree = { ...under };
  for (const [key, value] of Object.entries(over ?? {})) {
    if (value === null) continue;
    const below = result[key];
    result[key] = isTree(value) && isTree(below) ? merge(below, value) : value;
  }
  return result;
}

/** A table by name becomes rows that carry their name. */
const rowsOf = (table: unknown): unknown =>
  isTree(table)
    ? Object.entries(table).map(([key, row]) => (isTree(row) ? { protocol: 'oidc', ...row, key } : row))
    : (table ?? []);

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const ENVIRONMENT_SETTINGS: Readonly<Record<string, readonly [string, string?]>> = {
  DATABASE_URL: ['database', 'url'],
  QUEUE_URL: ['queue', 'url'],
  STATE_URL: ['state', 'url'],
  CSAM_MASTER_KEY_FILE: ['masterKeyFile'],
  CSAM_LOG_LEVEL: ['logLevel'],
  OTEL_EXPORTER_OTLP_ENDPOINT: ['tracing', 'endpoint'],
};

function overlay(tree: Tree, env: NodeJS.ProcessEnv): Tree {
  return Object.entries(ENVIRONMENT_SETTINGS).reduce((result, [variable, [group, name]]) => {
    const value = env[variable];
    if (value === undefined || value === '') return result;
    return merge(result, name === undefined ? { [group]: value } : { [group]: { [name]: value } });
  }, tree);
}

function describe(error: ValidationError, path: string): string[] {
  const here = path === '' ? error.property : `${path}.${error.property}`;
  const own = Object.entries(error.constraints ?? {}).map(([rule, message]) =>
    rule === 'whitelistValidation' ? `${here}: unknown setting` : `${here}: ${message}`,
  );
  return [...own, ...(error.children ?? []).flatMap((child) => describe(child, here))];
}

function deepFreeze<T extends object>(value: T): T {
  for (const inner of Object.values(value)) {
    if (typeof inner === 'object' && inner !== null) deepFreeze(inner);
  }
  return Object.freeze(value);
}

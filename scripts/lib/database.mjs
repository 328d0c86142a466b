import { PlainError } from './plain-error.mjs';
import { connectionProblem } from './postgres-problems.mjs';

const CONNECT_PATIENCE = 8_000;

/** Runs the work with one connection. The driver comes from node_modules, hence only after set-up. */
export async function withConnection(url, work) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_PATIENCE });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export async function createDatabase(url, name, { template } = {}) {
  await withConnection(url, async (client) => {
    const { rows } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rows.length > 0) return;
    const from = template === undefined ? '' : ` template ${client.escapeIdentifier(template)}`;
    await client.query(`create database ${client.escapeIdentifier(name)}${from}`);
  });
}

/**
 * Checks that the server which the person named by DATABASE_URL can be used.
 *
 * @throws PlainError with a sentence that says what to do, without the password
 */
export async function checkConnection(url) {
  const parts = partsOf(url);
  try {
    await withConnection(url, async (client) => {
      const { rows } = await client.query(
        `select current_setting('server_version_num')::int as version,
                has_database_privilege(current_database(), 'CREATE') as may_create,
                exists (select from pg_roles where rolname = current_user and (rolsuper or rolcreaterole))
                  or exists (select from pg_roles where rolname = 'csam_fas') as has_roles`,
      );
      checkServer(rows[0], parts);
    });
  } catch (error) {
    if (error instanceof PlainError) throw error;
    throw connectionProblem(coded(error), parts);
  }
}

function checkServer({ version, may_create: mayCreate, has_roles: hasRoles }, parts) {
  if (version < 140_000) {
    throw new PlainError(
      `PostgreSQL at ${parts.host} is version ${Math.floor(version / 10_000)}; version 14 or newer is needed.`,
    );
  }
  if (!mayCreate) throw connectionProblem({ code: '42501' }, parts);
  if (!hasRoles) {
    throw new PlainError(
      `User ${parts.user} in DATABASE_URL may not create roles, and each app works under a role of its own. Let an administrator run: alter role ${parts.user} createrole`,
    );
  }
}

function partsOf(url) {
  let parsed;
  try {
    parsed = new URL(url);
  } catch {
    parsed = undefined;
  }
  if (parsed === undefined || !/^postgres(ql)?:$/.test(parsed.protocol) || parsed.hostname === '') {
    throw new PlainError(
      'DATABASE_URL is not an address of PostgreSQL. It looks like postgres://user:password@host:5432/database; special characters in the password are written as %XX.',
    );
  }
  return {
    host: parsed.hostname,
    port: parsed.port || '5432',
    user: decodeURIComponent(parsed.username) || '(none)',
    database: decodeURIComponent(parsed.pathname.slice(1)) || decodeURIComponent(parsed.username),
  };
}

/** The driver reports its own time-out without a code, and several failed addresses as one error without a text. */
function coded(error) {
  if (error.code !== undefined) return error;
  if (error.errors?.[0] !== undefined) return error.errors[0];
  if (/client password must be/.test(error.message)) return { code: '28P01' };
  if (/timeout/i.test(error.message)) return Object.assign(error, { code: 'CONNECT_TIMEOUT' });
  return error;
}

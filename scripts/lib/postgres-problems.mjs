import { readFileSync } from 'node:fs';
import { NO_SPACE, PlainError } from './plain-error.mjs';
import { listenerOn } from './ports.mjs';

const KNOWN = [
  [/No space left on device|Disk quota exceeded/i, () => NO_SPACE],
  [/Address already in use|could not bind/i, ({ port }) => portTaken(port)],
  [
    /Permission denied|Read-only file system|not permitted/i,
    ({ folder }) =>
      `PostgreSQL cannot write in ${folder}. Give this user rights on it, or run \`npm run reset\` as the user who made it.`,
  ],
  [
    /could not look up effective user ID/i,
    () =>
      'PostgreSQL cannot be set up under a user number without a name. Add the user to /etc/passwd, or set DATABASE_URL to a PostgreSQL server of your own.',
  ],
];

/** What went wrong at the start of PostgreSQL, read from what it wrote in its log since `from`. */
export function startProblem({ folder, port, logFile, from }) {
  const written = readFileSync(logFile).subarray(from).toString('utf8');
  const known = KNOWN.find(([pattern]) => pattern.test(written));
  const problem = new PlainError(
    known === undefined
      ? `PostgreSQL did not start. It said:\n${lastLines(written)}\nThe whole log is in ${logFile}.`
      : known[1]({ folder, port }),
  );
  const passing = /shared memory block.*still in use|lock file .* already exists/s.test(written);
  return Object.assign(problem, { passing });
}

export function portTaken(port) {
  const who = listenerOn(port);
  const by = who === undefined ? 'another program' : who;
  return `Port ${port} is taken by ${by}. Stop it, or start on other ports: CSAM_PORT_BASE=5100 npm start (5101, 5200, … follow it).`;
}

const lastLines = (text) => text.trimEnd().split('\n').slice(-15).join('\n');

const HOW_TO_SET = 'DATABASE_URL looks like postgres://user:password@host:5432/database.';

/** The sentence for a server named by DATABASE_URL that cannot be used. Never shows the password. */
export function connectionProblem(error, { host, port, user, database }) {
  const sentence = CONNECTION[error.code]?.({ host, port, user, database });
  if (sentence !== undefined) return new PlainError(`${sentence} ${HOW_TO_SET}`);
  if (/SSL|TLS|certificate/i.test(error.message ?? '')) {
    return new PlainError(
      `The PostgreSQL server at ${host}:${port} and this program do not agree about TLS (${error.message}). Add ?sslmode=require, verify-full or disable to DATABASE_URL.`,
    );
  }
  const said = error.message || error.code || 'no reason given';
  return new PlainError(`The PostgreSQL server at ${host}:${port} cannot be used: ${said}. ${HOW_TO_SET}`);
}

const unreachable = ({ host, port }) =>
  `No PostgreSQL server answers at ${host}:${port}. Check that it runs and that the address is right.`;

const CONNECTION = {
  ECONNREFUSED: unreachable,
  ETIMEDOUT: unreachable,
  EHOSTUNREACH: unreachable,
  ENETUNREACH: unreachable,
  ECONNRESET: unreachable,
  CONNECT_TIMEOUT: unreachable,
  ENOTFOUND: ({ host }) => `The host ${host} in DATABASE_URL does not exist or cannot be looked up.`,
  EAI_AGAIN: ({ host }) => `The host ${host} in DATABASE_URL does not exist or cannot be looked up.`,
  '28P01': ({ host, user }) => `PostgreSQL at ${host} refused the password of user ${user} in DATABASE_URL.`,
  28000: ({ host, user }) =>
    `PostgreSQL at ${host} does not let user ${user} in, or does not know that user.`,
  '3D000': ({ host, database, user }) =>
    `Database ${database} does not exist on ${host}. Make it (createdb -O ${user} ${database}) or name another one.`,
  42501: ({ database, user }) =>
    `User ${user} may not use database ${database}, or may not create schemas in it.`,
  53300: ({ host }) => `PostgreSQL at ${host} has no free connections left.`,
  53100: ({ host }) => `The disk of PostgreSQL at ${host} is full.`,
};

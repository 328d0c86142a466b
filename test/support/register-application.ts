import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseApplicationFile, registerApplication as register } from '#libs/agencies';
import { stack } from './stack.js';
import type { Queryable } from '#libs/database';
import { inTransaction } from './stack-database.js';

/** The agency of the demo world, which has several legal bases. */
const AGENCY = '0671516647';

/** What `csam application add` takes; what is left out is usual. */
export interface ApplicationToRegister {
  readonly name?: string;
  readonly minimumLevel?: number;
  readonly keys?: readonly string[];
  readonly contexts?: readonly string[];
  readonly attributes?: readonly string[];
  readonly mandatoryAttributes?: readonly string[];
  readonly oidc?: Readonly<Record<string, unknown>>;
  readonly saml?: Readonly<Record<string, unknown>>;
}

/**
 * Registers an application as `csam application add` does, without starting a process for each; gives its id. The
 * command itself is tried in test/api/csam-cli.spec.ts.
 *
 * @param transaction of the database of the stack, when that is not the shared one
 */
export async function registerApplication(
  application: ApplicationToRegister,
  transaction: (
    work: (tx: Queryable) => ReturnType<typeof register>,
  ) => ReturnType<typeof register> = inTransaction,
): Promise<string> {
  const { name = 'Service of a test', attributes = [], ...rest } = application;
  const whole = {
    agency: AGENCY,
    name: { nl: `${name} (nl)`, fr: `${name} (fr)`, de: `${name} (de)`, en: name },
    environment: 'INT',
    minimumLevel: 200,
    keys: ['totp', 'password'],
    contexts: ['citizen'],
    attributes,
    ...(attributes.length > 0 && {
      legalBasis: { kind: 'RR_OWN', reference: 'RR 83/2016', validFrom: '2016-01-01' },
    }),
    ...rest,
  };
  const parsed = parseApplicationFile(JSON.parse(JSON.stringify(whole)));
  if (parsed.kind === 'invalid') throw new Error(`The application cannot be registered: ${parsed.problems}`);
  const metadataFile = parsed.file.saml?.metadataFile;
  const metadata = metadataFile === undefined ? undefined : readFileSync(metadataFile, 'utf8');
  const outcome = await transaction((tx) => register(tx, parsed.file, metadata));
  if (outcome.kind === 'refused') throw new Error(outcome.problem);
  return outcome.id;
}

/** A folder of the stack for files that tests make. */
export function scratchFolder(): string {
  const folder = join(stack().dataFolder, 'test-files');
  mkdirSync(folder, { recursive: true });
  return folder;
}

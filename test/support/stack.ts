import { inject } from 'vitest';
import {
  startStack as startBuiltApps,
  type AppName,
  type RunningStack,
  type StackAddresses,
} from '../../scripts/lib/stack.mjs';

export type { AppName, RunningStack, StackAddresses };

/** What spec files may know of the stack that they share. */
export interface SharedStack {
  readonly addresses: StackAddresses;
  readonly databaseUrl: string;
  readonly dataFolder: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    stacks: readonly SharedStack[];
  }
}

/** The stack that the black-box specs of this worker share, one after the other. It was started before the first of them. */
export function stack(): SharedStack {
  const worker = Number(process.env.VITEST_POOL_ID);
  const mine = inject('stacks')[worker - 1];
  if (mine === undefined)
    throw new Error(`Worker ${worker} has no stack: there are as many as CSAM_TEST_STACKS says.`);
  return mine;
}

/** A stack of one's own, for specs that stop apps or set them up otherwise. Stop it afterwards. */
export function startStack(
  options: { readonly apps?: readonly AppName[]; readonly settings?: Readonly<Record<string, string>> } = {},
): Promise<RunningStack> {
  const serverUrl = process.env.CSAM_TEST_PG_URL;
  if (serverUrl === undefined || serverUrl === '') {
    throw new Error(
      'Black-box tests need a database. Run them with `npm test -- <path>` or `node scripts/test-db.mjs npx vitest run <path>`.',
    );
  }
  return startBuiltApps({ serverUrl, template: 'csam_template', ...options });
}

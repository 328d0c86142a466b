/** A problem whose message is a whole sentence for the person at the keyboard; shown without a stack. */
export class PlainError extends Error {
  name = 'PlainError';
}

/** Runs a script's main function; a PlainError becomes its sentence, anything else keeps its stack. */
export async function run(main) {
  try {
    await main();
  } catch (error) {
    process.exitCode = 1;
    process.stderr.write(`\n${explain(error)}\n`);
  }
}

const NO_SPACE =
  'The disk is full. Free some space (about 500 MB is needed), then run the same command again.';

const NOT_ALLOWED = new Set(['EACCES', 'EPERM', 'EROFS']);

/** The text to show for an error. */
export function explain(error) {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof PlainError) return error.message;
  if (error.code === 'ENOSPC') return NO_SPACE;
  if (NOT_ALLOWED.has(error.code)) {
    return `${error.path ?? 'A file'} cannot be used by this user (${error.code}). Give this user rights on it, or work in a folder of your own.`;
  }
  return error.stack;
}

export { NO_SPACE };

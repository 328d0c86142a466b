/**
 * Asks once more when there is no answer after some time, or when the first attempt failed, and takes the first answer
 * that is none of a failure. Two attempts at most; when both fail the last failure is the outcome.
 *
 * @param after milliseconds; undefined: asks once
 */
export async function hedged<T>(
  attempt: () => Promise<T>,
  isFailure: (result: T) => boolean,
  after: number | undefined,
): Promise<T> {
  if (after === undefined) return attempt();
  const first = attempt();
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<'waiting'>((resolve) => {
    timer = setTimeout(() => resolve('waiting'), after);
  });
  const early = await Promise.race([first, patience]);
  clearTimeout(timer);
  if (early !== 'waiting' && !isFailure(early)) return early;
  const second = attempt();
  return early === 'waiting' ? firstGood([first, second], isFailure) : second;
}

async function firstGood<T>(attempts: readonly Promise<T>[], isFailure: (result: T) => boolean): Promise<T> {
  const good = attempts.map(async (attempt) => {
    const result = await attempt;
    if (isFailure(result)) throw new Error('failed');
    return result;
  });
  try {
    return await Promise.any(good);
  } catch {
    return attempts[attempts.length - 1] as Promise<T>;
  }
}

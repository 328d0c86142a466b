/** Runs one step and shows what is done and how long it took: `Building… 2.1 s`. */
export async function step(label, work) {
  const started = performance.now();
  process.stdout.write(`${label}… `);
  const ticking = tick(label, started);
  try {
    const result = await work();
    ticking.clear();
    process.stdout.write(`${typeof result?.note === 'string' ? `${result.note}, ` : ''}${since(started)}\n`);
    return result;
  } catch (error) {
    ticking.clear();
    process.stdout.write('failed\n');
    throw error;
  }
}

export const since = (started) => `${((performance.now() - started) / 1000).toFixed(1)} s`;

/** On a terminal the seconds run while the step works; in a log file a long step adds a line now and then. */
function tick(label, started) {
  const terminal = process.stdout.isTTY === true;
  const show = () =>
    process.stdout.write(terminal ? `\r${label}… ${since(started)} ` : `(${since(started)}) `);
  const timer = setInterval(show, terminal ? 200 : 10_000);
  return {
    clear() {
      clearInterval(timer);
      if (terminal) process.stdout.write(`\r${label}… `);
    },
  };
}

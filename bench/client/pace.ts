import type { Pace } from './messages.js';

/** Does `once` again and again at the given pace; resolves when the last one is done. */
export async function keepPace(pace: Pace, once: () => Promise<void>): Promise<void> {
  switch (pace.kind) {
    case 'one-by-one':
      for (let done = 0; done < pace.flows; done += 1) await once();
      return;
    case 'at-once':
      return atOnce(pace, once);
    case 'per-second':
      return perSecond(pace, once);
  }
}

async function atOnce(
  { concurrency, seconds }: Extract<Pace, { kind: 'at-once' }>,
  once: () => Promise<void>,
): Promise<void> {
  const until = performance.now() + seconds * 1000;
  const keepOn = async () => {
    while (performance.now() < until) await once();
  };
  await Promise.all(Array.from({ length: concurrency }, keepOn));
}

/** Arrivals at random, as people come: a server that is slow for a moment meets those who came meanwhile. */
async function perSecond(
  { rate, seconds }: Extract<Pace, { kind: 'per-second' }>,
  once: () => Promise<void>,
): Promise<void> {
  const random = seeded(1);
  const began = performance.now();
  const under: Promise<void>[] = [];
  let at = began;
  for (;;) {
    at += (-Math.log(1 - random()) / rate) * 1000;
    if (at > began + seconds * 1000) break;
    const wait = at - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    under.push(once());
  }
  await Promise.all(under);
}

/** The same arrivals at every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  defineJob,
  handle,
  JobWorker,
  PermanentFailure,
  QueueClient,
  TryLater,
  type HandledJob,
  type JobDefinition,
  type Run,
} from './index.js';
import { QUEUE_STORES, type SpecStore } from './queue-stores.fixtures.js';

const suite = (open: () => Promise<SpecStore>) => () => {
  let store: SpecStore;
  let client: QueueClient;
  const workers: JobWorker[] = [];
  const opened: QueueClient[] = [];

  beforeAll(async () => {
    store = await open();
    client = new QueueClient({ url: store.url });
  });
  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.close(0)));
  });
  afterAll(async () => {
    await Promise.all([client, ...opened].map((each) => each.close()));
    await store.stop();
  });

  let number = 0;
  const freshJob = (options: Partial<JobDefinition<{ id: string }>> = {}) =>
    defineJob<{ id: string }>({
      name: 'work',
      queue: `queue-${++number}`,
      meaning: 'a test job',
      attempts: 3,
      backoff: { kind: 'fixed', delay: 20 },
      ...options,
    });

  async function worker(
    queue: string,
    handlers: HandledJob[],
    more: { lock?: number; runs?: Run[]; comesBack?: (error: unknown) => boolean } = {},
  ) {
    const made = new JobWorker({
      url: store.url,
      queue,
      handlers,
      ...(more.lock === undefined ? {} : { lock: more.lock }),
      ...(more.comesBack === undefined ? {} : { comesBack: more.comesBack }),
      onRun: (run) => more.runs?.push(run),
    });
    workers.push(made);
    await made.start();
    return made;
  }

  it('does what was asked, once', async () => {
    const job = freshJob();
    const seen: string[] = [];
    await worker(job.queue, [handle(job, async ({ id }) => void seen.push(id))]);
    await client.enqueue(job, { id: 'a' });
    await client.enqueueMany(job, [{ id: 'b' }, { id: 'c' }]);
    await vi.waitFor(() => expect([...seen].sort()).toEqual(['a', 'b', 'c']), 10_000);
  });

  it('takes two payloads with the same key as one job, also while it waits for its next attempt', async () => {
    const job = freshJob({ deduplicate: ({ id }) => id, backoff: { kind: 'fixed', delay: 300 } });
    await client.enqueueMany(job, [{ id: 'a' }, { id: 'a' }, { id: 'b' }]);
    await client.enqueue(job, { id: 'a' });
    expect(await client.counts(job.queue)).toMatchObject({ waiting: 2 });

    const seen: string[] = [];
    const fails = async ({ id }: { id: string }) => {
      seen.push(id);
      if (seen.length <= 2) throw new Error('not yet');
    };
    await worker(job.queue, [handle(job, fails)]);
    await vi.waitFor(
      async () => expect(await client.counts(job.queue)).toMatchObject({ delayed: 2 }),
      10_000,
    );
    await client.enqueue(job, { id: 'a' });
    await vi.waitFor(
      async () => expect(await client.counts(job.queue)).toMatchObject({ completed: 2 }),
      10_000,
    );
    expect([...seen].sort()).toEqual(['a', 'a', 'b', 'b']);

    await client.enqueue(job, { id: 'a' });
    await vi.waitFor(() => expect(seen).toHaveLength(5), 10_000);
  });

  it('RF-19 parks a job after its last attempt while others flow, and keeps no detail of the error', async () => {
    const job = freshJob();
    const runs: Run[] = [];
    const seen: string[] = [];
    const work = async ({ id }: { id: string }) => {
      if (id === 'poison') throw new Error('mail to lotte@example.org refused');
      seen.push(id);
    };
    await worker(job.queue, [handle(job, work)], { runs });
    await client.enqueueMany(
      job,
      ['poison', 'a', 'b'].map((id) => ({ id })),
    );
    await vi.waitFor(
      async () =>
        expect(await client.counts(job.queue)).toMatchObject({ completed: 2, failed: 1, delayed: 0 }),
      10_000,
    );
    expect(
      runs.filter(({ failure }) => failure !== undefined).map(({ outcome, attempt }) => [outcome, attempt]),
    ).toEqual([
      ['retried', 1],
      ['retried', 2],
      ['parked', 3],
    ]);
    const kept = await store.everything();
    expect(kept).toContain('poison');
    expect(kept).not.toContain('lotte');
  });

  it('says what was given up, without its payload, and lets it run again with all its attempts', async () => {
    const job = freshJob({ attempts: 2 });
    const runs: Run[] = [];
    let broken = true;
    const work = async () => {
      if (broken) throw new Error('mail to lotte@example.org refused');
    };
    await worker(job.queue, [handle(job, work)], { runs });
    await client.enqueue(job, { id: 'a' });
    await vi.waitFor(async () => expect(await client.counts(job.queue)).toMatchObject({ failed: 1 }), 10_000);
    const [failed] = await client.failed(job.queue, 10);
    expect(failed).toMatchObject({ queue: job.queue, name: 'work', attempts: 2, failure: 'Error' });
    expect(await client.retry(job.queue, 'nothing')).toBe(false);
    broken = false;
    expect(await client.retry(job.queue, failed?.id ?? '')).toBe(true);
    await vi.waitFor(
      async () => expect(await client.counts(job.queue)).toMatchObject({ failed: 0, completed: 1 }),
      10_000,
    );
    expect(runs.at(-1)).toMatchObject({ outcome: 'done', attempt: 1 });
    expect(await client.retry(job.queue, failed?.id ?? '')).toBe(false);
  });

  it('parks at once what cannot succeed, and counts no attempt for what must wait', async () => {
    const job = freshJob({ attempts: 2 });
    const runs: Run[] = [];
    let waits = 0;
    const work = async ({ id }: { id: string }) => {
      if (id === 'hopeless') throw new PermanentFailure('no such address');
      if (++waits < 5) throw new TryLater('busy', 20);
    };
    await worker(job.queue, [handle(job, work)], { runs });
    await client.enqueueMany(job, [{ id: 'hopeless' }, { id: 'patient' }]);
    await vi.waitFor(
      async () => expect(await client.counts(job.queue)).toMatchObject({ completed: 1, failed: 1 }),
      10_000,
    );
    expect(runs.filter(({ outcome }) => outcome === 'postponed')).toHaveLength(4);
    expect(runs.filter(({ outcome }) => outcome === 'parked')).toHaveLength(1);
    expect(runs.find(({ outcome }) => outcome === 'done')?.attempt).toBe(1);
  });

  it('lets a repeated job wait for what it needs, longer each time, and run long before its next turn', async () => {
    const job = freshJob({ attempts: 1 });
    const runs: Run[] = [];
    const away = new Error('away');
    let times = 0;
    const work = async () => {
      if (++times <= 2) throw away;
    };
    await client.repeat(job, { id: 'x' }, 3_600_000);
    await worker(job.queue, [handle(job, work)], { runs, comesBack: (error) => error === away });
    await vi.waitFor(() => expect(runs.at(-1)?.outcome).toBe('done'), 20_000);
    expect(runs.map(({ outcome, attempt }) => [outcome, attempt])).toEqual([
      ['postponed', 1],
      ['postponed', 1],
      ['done', 1],
    ]);
    // Its next turn, once.
    expect(await client.counts(job.queue)).toMatchObject({ delayed: 1, waiting: 0, failed: 0 });
  });

  it('tries a repeated job again that failed, long before its next turn', async () => {
    const job = freshJob({ attempts: 3 });
    const runs: Run[] = [];
    let times = 0;
    const work = async () => {
      if (++times <= 2) throw new Error('broken');
    };
    await client.repeat(job, { id: 'x' }, 3_600_000);
    await worker(job.queue, [handle(job, work)], { runs });
    await vi.waitFor(() => expect(runs.at(-1)?.outcome).toBe('done'), 20_000);
    expect(runs.map(({ outcome }) => outcome)).toEqual(['retried', 'retried', 'done']);
    expect(await client.counts(job.queue)).toMatchObject({ delayed: 1, waiting: 0, failed: 0 });
  });

  it('gives the job of a dead worker to another one', async () => {
    const job = freshJob();
    const begun: string[] = [];
    const first = await worker(
      job.queue,
      [handle(job, ({ id }) => new Promise<void>(() => void begun.push(id)))],
      { lock: 500 },
    );
    await client.enqueue(job, { id: 'a' });
    await vi.waitFor(() => expect(begun).toEqual(['a']), 10_000);
    await first.close(0);

    const seen: string[] = [];
    await worker(job.queue, [handle(job, async ({ id }) => void seen.push(id))], { lock: 500 });
    await vi.waitFor(() => expect(seen).toEqual(['a']), 20_000);
  });

  it('runs a repeated job once per interval, however many processes ask for it', async () => {
    const job = freshJob();
    let runs = 0;
    await client.repeat(job, { id: 'x' }, 400);
    const other = new QueueClient({ url: store.url });
    opened.push(other);
    await other.repeat(job, { id: 'x' }, 400);
    await worker(job.queue, [handle(job, async () => void runs++)]);
    await worker(job.queue, [handle(job, async () => void runs++)]);
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    expect(runs).toBeGreaterThanOrEqual(3);
    expect(runs).toBeLessThanOrEqual(7);
  });

  it('refuses an address of another kind with a sentence that says what to do', () => {
    expect(() => new QueueClient({ url: 'mysql://x' })).toThrow('must start with postgres:// or redis://');
  });
};

for (const { name, there, open } of QUEUE_STORES)
  describe.skipIf(!there)(`the queue on ${name}`, suite(open));

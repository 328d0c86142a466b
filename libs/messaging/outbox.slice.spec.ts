import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { Database } from '#libs/database';
import { mailSink, messagingWorld, newSignIn, type MessagingWorld } from './messaging.fixtures.js';
import { MessageStates, newSignInMail, OutboxDispatcher, type Mail } from './index.js';

let world: MessagingWorld;
let sink: Awaited<ReturnType<typeof mailSink>>;
const PATIENCE = 20_000;

beforeAll(async () => {
  world = await messagingWorld();
  sink = await mailSink((to) => {
    if (to.startsWith('busy')) return 451;
    return to.startsWith('unknown') ? 550 : undefined;
  });
});
afterEach(async () => {
  await world.reset();
  sink.received.length = 0;
});
afterAll(async () => {
  await sink.close();
  await world.close();
});

const sent = (count: number) =>
  vi.waitFor(async () => expect((await world.states())['sent']).toBe(count), {
    timeout: PATIENCE,
    interval: 50,
  });

describe('a message in the outbox', () => {
  it('goes out by mail once its transaction commits, and is stored encrypted', async () => {
    await world.add('lotte@example.org', 'one');
    const stored = JSON.stringify(await world.db.database.query('select * from messaging.outbox'));
    expect(stored).not.toContain('lotte');
    expect(stored).not.toContain('Proefdossier');

    await world.worker(world.transport(sink.port));
    await world.dispatcher();
    await sent(1);
    expect(sink.received).toHaveLength(1);
    expect(sink.received[0]?.to).toBe('lotte@example.org');
    expect(sink.received[0]?.raw).toContain('Auto-Submitted: auto-generated');
    const [row] = await world.db.database.query('select id, data, attempts, forget_at from messaging.outbox');
    expect(row).toMatchObject({ data: null, attempts: 1, forget_at: expect.any(Date) });
    expect(sink.received[0]?.messageId).toBe(`<${(row as { id: string }).id}@csam.example>`);
  });

  it('wakes a running dispatcher, which need not poll', async () => {
    await world.worker(world.transport(sink.port));
    await world.dispatcher({ pollEvery: 3_600_000 });
    await world.add('lotte@example.org', 'woken');
    await sent(1);
  });

  it('does not exist when the transaction rolls back', async () => {
    const work = world.db.database.transaction(async (tx) => {
      await world.outbox.add(tx, {
        kind: 'mail',
        template: newSignInMail,
        to: 'lotte@example.org',
        language: 'fr',
        data: newSignIn,
        deduplicationKey: 'rolled-back',
      });
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await world.states()).toEqual({});
  });

  it('is written once per key', async () => {
    expect((await world.add('lotte@example.org', 'same')).kind).toBe('added');
    expect((await world.add('lotte@example.org', 'same')).kind).toBe('duplicate');
    expect(await world.states()).toEqual({ waiting: 1 });
  });

  it('may be written by FAS, which cannot read what others wrote', async () => {
    const fas = await Database.open({ url: world.db.url, role: 'csam_fas', maxConnections: 1 });
    try {
      const outcome = await fas.transaction((tx) =>
        world.outbox.add(tx, {
          kind: 'mail',
          template: newSignInMail,
          to: 'lotte@example.org',
          language: 'en',
          data: newSignIn,
          deduplicationKey: 'by-fas',
        }),
      );
      expect(outcome.kind).toBe('added');
      await expect(fas.query('select recipient from messaging.outbox')).rejects.toThrow('permission denied');
    } finally {
      await fas.close();
    }
  });

  it('is not sent after it expired', async () => {
    await world.add('lotte@example.org', 'late', { expiresAfter: 1 });
    await new Promise((resolve) => setTimeout(resolve, 20));
    await world.worker(world.transport(sink.port));
    await world.dispatcher();
    await vi.waitFor(async () => expect(await world.states()).toEqual({ expired: 1 }), PATIENCE);
    expect(sink.received).toHaveLength(0);
  });

  it('is parked after its last attempt while others flow, and can be tried again (RF-19)', async () => {
    await world.add('busy@example.org', 'busy');
    await world.add('unknown@example.org', 'unknown');
    await world.add('lotte@example.org', 'fine');
    await world.worker(world.transport(sink.port));
    await world.dispatcher();
    await vi.waitFor(async () => expect(await world.states()).toEqual({ failed: 2, sent: 1 }), PATIENCE);
    const rows = await world.db.database.query<{ id: string }>(
      "select id, deduplication_key as key, attempts, last_error from messaging.outbox where state = 'failed' order by key",
    );
    expect(rows).toMatchObject([
      { key: 'busy', attempts: 3, last_error: 'EENVELOPE-451' },
      { key: 'unknown', attempts: 1, last_error: 'EENVELOPE-550' },
    ]);
    expect(await world.store.counts()).toEqual({ waiting: 0, queued: 0, failed: 2 });
    // The outbox knows first; what follows from it is done a moment later.
    await vi.waitFor(() => expect(world.unknownReceivers).toEqual([rows[1]?.id]), PATIENCE);
    const queue = await vi.waitFor(async () => {
      const failed = await world.db.database.query(
        "select j::text as text from bullmq.job j where state = 'failed'",
      );
      expect(failed).toHaveLength(2);
      return failed;
    }, PATIENCE);
    expect(JSON.stringify(queue)).not.toContain('example.org');

    const [parked] = await world.db.database.query<{ id: string }>(
      "select id from messaging.outbox where deduplication_key = 'busy'",
    );
    expect(await world.store.retry(parked?.id ?? '')).toBe(true);
    expect((await world.states())['waiting']).toBe(1);
  });
});

it('a mail that comes back counts as failed, once, and cannot be sent again', async () => {
  const added = await world.add('lotte@example.org', 'back');
  if (added.kind !== 'added') throw new Error('not added');
  expect(await world.store.markReturned(added.id, '5.1.1')).toBe(false);
  await world.worker(world.transport(sink.port));
  await world.dispatcher();
  await sent(1);
  expect(await world.store.markReturned(added.id, '5.1.1')).toBe(true);
  expect(await world.store.markReturned(added.id, '5.1.1')).toBe(false);
  const states = new MessageStates(world.db.database);
  expect(await states.parked(10)).toMatchObject([{ lastError: 'returned-5.1.1', returned: true }]);
  expect(await states.retry(added.id)).toBe(false);
  expect(await world.store.retry(added.id)).toBe(false);
});

describe('a crash', () => {
  it('between queue and outbox gives one mail', async () => {
    await world.add('lotte@example.org', 'crash-1');
    const dying = new OutboxDispatcher({
      database: world.db.database,
      queue: {
        enqueueMany: async (job, payloads) => {
          await world.queue.enqueueMany(job, payloads);
          throw new Error('the process dies here');
        },
      },
      jobs: { mail: world.job },
    });
    await expect(dying.dispatchDue()).rejects.toThrow('dies');
    expect(await world.states()).toEqual({ waiting: 1 });
    await world.dispatcher();
    await world.worker(world.transport(sink.port));
    await sent(1);
    expect(sink.received).toHaveLength(1);
  });

  it('of the worker before the relay has the mail gives one mail', async () => {
    await world.add('lotte@example.org', 'crash-2');
    await world.dispatcher();
    const begun = vi.fn();
    const dying = await world.worker({ send: () => new Promise<void>(() => begun()) });
    await vi.waitFor(() => expect(begun).toHaveBeenCalled(), PATIENCE);
    await dying.close(0);
    await world.worker(world.transport(sink.port));
    await sent(1);
    expect(sink.received).toHaveLength(1);
  });

  it('of the worker after the relay has the mail gives copies with one Message-ID', async () => {
    await world.add('lotte@example.org', 'crash-3');
    await world.dispatcher();
    const transport = world.transport(sink.port);
    const dying = await world.worker({
      send: async (mail: Mail) => {
        await transport.send(mail);
        await new Promise(() => undefined);
      },
    });
    await vi.waitFor(() => expect(sink.received).toHaveLength(1), PATIENCE);
    await dying.close(0);
    await world.worker(transport);
    await sent(1);
    expect(new Set(sink.received.map(({ messageId }) => messageId)).size).toBe(1);
  });

  it('that loses the whole queue loses no mail', async () => {
    await world.add('lotte@example.org', 'crash-4');
    await world.dispatcher({ againAfter: 300, pollEvery: 100 });
    await vi.waitFor(async () => expect(await world.states()).toEqual({ queued: 1 }), PATIENCE);
    await world.db.database.query('truncate bullmq.job, bullmq.dedup cascade');
    await world.worker(world.transport(sink.port));
    await sent(1);
    expect(sink.received).toHaveLength(1);
  });
});

describe('two of everything (RF-21)', () => {
  it('sends each of 100 mails once', async () => {
    await Promise.all([world.dispatcher(), world.dispatcher()]);
    await Promise.all([world.worker(world.transport(sink.port)), world.worker(world.transport(sink.port))]);
    await Promise.all(
      Array.from({ length: 100 }, (_, index) => world.add(`p${index}@example.org`, `mail-${index}`)),
    );
    await sent(100);
    expect(new Set(sink.received.map(({ to }) => to)).size).toBe(100);
    expect(sink.received).toHaveLength(100);
  });

  it('lets exactly one of two deliveries of the same mail send it, 100 rounds', async () => {
    const calls: string[] = [];
    const send = async ({ id }: Mail) => void calls.push(id);
    const [one, two] = [world.delivery({ send }), world.delivery({ send })];
    for (let round = 0; round < 100; round++) {
      const added = await world.add('lotte@example.org', `round-${round}`);
      if (added.kind !== 'added') throw new Error('not added');
      await Promise.allSettled([one.deliver(added.id), two.deliver(added.id)]);
    }
    expect(calls).toHaveLength(100);
    expect(new Set(calls).size).toBe(100);
  });
});

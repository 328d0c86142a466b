import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { GuardedSource } from './guarded-source.js';
import { functionalError, personFound } from './national-register/test-support/recorded-answers.js';
import { NOW, QUESTION, RegisterWorld } from './national-register/test-support/register-world.js';

let world: RegisterWorld;
beforeAll(async () => {
  world = await RegisterWorld.make();
});
afterEach(() => world.close());

describe('a source that is out of order (RF-7)', () => {
  it('is left alone after failures, probed later and used again when it answers', async () => {
    let works = false;
    let time = NOW.getTime();
    const source = await world.source((request) =>
      works ? world.answering(personFound())(request) : { status: 503, text: '' },
    );
    const guards = {
      timeout: 20_000,
      concurrency: 10,
      failures: 3,
      cooldown: 5_000,
      clock: { now: () => new Date(time) },
    };
    const guarded = new GuardedSource(source, guards);
    for (let i = 0; i < 6; i++) await guarded.fetch(QUESTION);
    expect(world.requests.length).toBe(3);
    expect(await guarded.fetch(QUESTION)).toEqual({ kind: 'unavailable', reason: 'source-out-of-service' });
    works = true;
    time += 5_000;
    expect(guarded.circuit).toBe('half-open');
    expect((await guarded.fetch(QUESTION)).kind).toBe('answered');
    expect(guarded.circuit).toBe('closed');
  });

  it('stays in use when it only does not know somebody', async () => {
    const source = await world.source(world.answering(functionalError('PERSON_NOT_FOUND', '')));
    const guarded = new GuardedSource(source, {
      timeout: 20_000,
      concurrency: 10,
      failures: 3,
      cooldown: 5_000,
      clock: world.clock,
    });
    for (let i = 0; i < 6; i++) await guarded.fetch(QUESTION);
    expect(guarded.circuit).toBe('closed');
  });

  it('holds up no more callers than its bulkhead has room for', async () => {
    const source = await world.source(() => () => undefined);
    const guarded = new GuardedSource(source, {
      timeout: 100,
      concurrency: 2,
      failures: 9,
      cooldown: 5_000,
      clock: world.clock,
    });
    const outcomes = await Promise.all([1, 2, 3].map(() => guarded.fetch(QUESTION)));
    expect(outcomes.map((outcome) => outcome.kind === 'unavailable' && outcome.reason)).toEqual([
      'timeout',
      'timeout',
      'source-busy',
    ]);
  });
});

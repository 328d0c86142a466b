import { describe, expect, it } from 'vitest';
import { assertEveryJobHandled, handle } from './handler.js';
import { defineJob } from './job.js';

const job = (name: string) => defineJob<{ id: string }>({ name, queue: 'q', meaning: 'a test job' });
const done = async () => undefined;

describe('the start-up check of jobs', () => {
  const sendMail = job('send-mail');
  const sweep = job('sweep');

  it('accepts jobs with one handler each', () => {
    expect(() =>
      assertEveryJobHandled([sendMail, sweep], [handle(sendMail, done), handle(sweep, done)]),
    ).not.toThrow();
  });

  it('names every job without a handler', () => {
    expect(() => assertEveryJobHandled([sendMail, sweep], [])).toThrow(
      /job "send-mail" has no handler\n {2}- job "sweep" has no handler/,
    );
  });

  it('names a job with two handlers', () => {
    expect(() => assertEveryJobHandled([sweep], [handle(sweep, done), handle(sweep, done)])).toThrow(
      'job "sweep" has 2 handlers',
    );
  });

  it('names a job that is defined twice, and a handler of an unlisted job', () => {
    expect(() =>
      assertEveryJobHandled([sweep, job('sweep')], [handle(sweep, done), handle(sendMail, done)]),
    ).toThrow(/job "sweep" is defined 2 times\n {2}- job "send-mail" has a handler but is not in the list/);
  });
});

import type { StatementObserver } from '#libs/database';
import { currentTrace } from './current-trace.js';
import { placeWithin } from './trace-context.js';
import type { Tracer } from './tracer.js';

interface Observable {
  observe(observer: StatementObserver): void;
}

/**
 * Makes a span of every statement that a request or job sends to these databases: its name, how long it took, and the
 * code with which it failed. Its text and its values stay here.
 */
export function traceStatements(tracer: Tracer | undefined, ...databases: readonly Observable[]): void {
  if (tracer === undefined) return;
  for (const database of databases) database.observe(observerOf(tracer));
}

const observerOf =
  (tracer: Tracer): StatementObserver =>
  (name) => {
    const parent = currentTrace();
    if (parent === undefined || !parent.sampled) return undefined;
    const started = performance.now();
    return (error) =>
      tracer.add({
        place: placeWithin(parent),
        name,
        kind: 'client',
        milliseconds: performance.now() - started,
        // Names of OpenTelemetry's semantic conventions for databases.
        attributes: {
          'db.system.name': 'postgresql',
          'db.query.summary': name,
          ...(error !== undefined && { 'error.type': codeOf(error) }),
        },
        failed: error !== undefined,
      });
  };

/** SQLSTATE where PostgreSQL answered (its appendix A). Its words may quote values. */
const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '_OTHER';

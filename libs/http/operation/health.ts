import type { Metrics } from '#libs/metrics';
import type { FastifyInstance } from 'fastify';

/** Resolves when what it checks answers, rejects when it does not. */
export type HealthCheck = () => Promise<unknown>;

export type HealthChecks = Readonly<Record<string, HealthCheck>>;

export interface HealthReport {
  readonly status: 'ready' | 'not-ready' | 'stopping';
  readonly checks: Readonly<Record<string, 'up' | 'down'>>;
}

const CHECK_PATIENCE = 2_000;

/** Probes that come in quick succession share one answer, so that they are no load of their own. */
const REPORT_KEPT_FOR = 500;

/** Whether this process should get requests. */
export class Health {
  private stopping = false;
  private report: Promise<HealthReport> | undefined;

  constructor(private readonly checks: HealthChecks) {}

  /** From here on the process reports that it should get no more requests. */
  stop(): void {
    this.stopping = true;
  }

  get isStopping(): boolean {
    return this.stopping;
  }

  async ready(): Promise<HealthReport> {
    if (this.stopping) return { status: 'stopping', checks: {} };
    this.report ??= this.ask();
    return this.report;
  }

  private async ask(): Promise<HealthReport> {
    setTimeout(() => (this.report = undefined), REPORT_KEPT_FOR).unref();
    const entries = await Promise.all(
      Object.entries(this.checks).map(async ([name, check]) => [name, await answers(check)] as const),
    );
    const allUp = entries.every(([, state]) => state === 'up');
    return { status: allUp ? 'ready' : 'not-ready', checks: Object.fromEntries(entries) };
  }
}

async function answers(check: HealthCheck): Promise<'up' | 'down'> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), CHECK_PATIENCE);
  });
  try {
    await Promise.race([check(), patience]);
    return 'up';
  } catch {
    return 'down';
  } finally {
    clearTimeout(timer);
  }
}

const PROBE = {
  silent: true,
  essential: true,
  policy: { access: { kind: 'public' }, crossSite: false, interface: 'application' },
} as const;

export function mountHealth(server: FastifyInstance, health: Health): void {
  server.get('/health/live', { config: PROBE }, () => ({ status: 'live' }));
  server.get('/health/ready', { config: PROBE }, async (_request, reply) => {
    const report = await health.ready();
    return reply.code(report.status === 'ready' ? 200 : 503).send(report);
  });
}

export function mountMetrics(server: FastifyInstance, metrics: Metrics): void {
  server.get('/metrics', { config: PROBE }, async (_request, reply) =>
    reply.type(metrics.contentType).send(await metrics.text()),
  );
}

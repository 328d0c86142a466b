import 'reflect-metadata';
import { ApiDescription } from '#libs/api-docs';
import { AuditWriter, measureRefusals } from '#libs/audit';
import { Database, databaseChecks } from '#libs/database';
import { createApp, createLogger, openTracer, traceStatements, type App, type Logger } from '#libs/http';
import { systemClock } from '#libs/kernel';
import { Metrics } from '#libs/metrics';
import { recordResponseTimes } from '#libs/operations';
import { ProbeMark } from '#libs/security';
import { assets } from '#libs/ui';
import { apsModule, CARRIED_ALONG } from './aps.module.js';
import type { ApsSettings } from './aps.settings.js';
import { ApsTokenGuard } from './publication/aps-token.guard.js';

const LARGEST_QUESTION = 16 * 1024;

/** The Attribute Publication Service, ready to listen. */
export async function createAps(settings: ApsSettings, logger: Logger = createLogger('aps')): Promise<App> {
  const metrics = new Metrics('aps');
  const app: App = await createApp({
    name: 'aps',
    module: apsModule({ settings, metrics, logger }),
    baseUrl: settings.baseUrl,
    interface: 'application',
    guards: { client: (request, _scope, reply) => app.get(ApsTokenGuard).admit(request, reply) },
    checks: databaseChecks(() => app.nest.get(Database)),
    bodyLimit: LARGEST_QUESTION,
    logger,
    metrics,
    tracer: await openTracer(settings.tracing, { service: 'aps', logger }),
    probeMark: new ProbeMark(settings.masterKey, systemClock),
    overload: { delay: settings.longestDelay },
    publicMetrics: settings.publicMetrics,
    trustedProxies: settings.trustedProxies,
  });
  traceStatements(app.tracer, app.nest.get(Database), app.nest.get(CARRIED_ALONG));
  app.mountAssets(assets());
  app.get(ApiDescription).make(app.nest, settings.baseUrl);
  measureRefusals(app.metrics, () => app.get(AuditWriter));
  recordResponseTimes(app, 'aps', app.nest.get(Database));
  return app;
}

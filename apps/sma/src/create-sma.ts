import 'reflect-metadata';
import { Module, type Type } from '@nestjs/common';
import { measureRefusals, recordRejections } from '#libs/audit';
import type { Config } from '#libs/config';
import { databaseChecks } from '#libs/database';
import { passkeyScript } from '#libs/digital-keys';
import { createApp, createLogger, openTracer, traceStatements, type App, type Logger } from '#libs/http';
import { systemClock } from '#libs/kernel';
import { Metrics } from '#libs/metrics';
import { recordResponseTimes } from '#libs/operations';
import { masterKeyFromFile, ProbeMark } from '#libs/security';
import { smaFrame } from './sma-frame.js';
import { openSmaServices, type SmaServices } from './sma-services.js';
import { SmaModule } from './sma.module.js';

/** Mijn digitale sleutels (SMA), ready to listen. */
export async function createSma(
  config: Config,
  logger: Logger = createLogger('sma', config.logLevel),
): Promise<App> {
  const services = await openSmaServices(config);
  const app = await createApp({
    name: 'sma',
    module: smaModule(services),
    baseUrl: config.baseUrl.sma,
    frame: smaFrame(config),
    assets: [passkeyScript],
    csrfKey: services.csrfKey,
    logger,
    metrics: new Metrics('sma'),
    // Logout requests of FAS over SOAP.
    textBodies: ['text/xml'],
    // Certificates, which are bytes.
    uploads: { files: 'base64' },
    onError: recordRejections(services.audit, 'sma'),
    guards: { person: (request, level) => services.desk.admit(request, level) },
    tracer: await openTracer(config.tracing, { service: 'sma', logger }),
    probeMark: new ProbeMark(masterKeyFromFile(config.masterKeyFile), systemClock),
    overload: { delay: config.http.longestDelay },
    publicMetrics: config.http.publicMetrics,
    trustedProxies: config.http.trustedProxies,
    checks: databaseChecks(() => services.database),
  });
  traceStatements(app.tracer, services.database);
  measureRefusals(app.metrics, () => services.audit);
  recordResponseTimes(app, 'sma', services.database);
  return app;
}

function smaModule(services: SmaServices): Type<unknown> {
  @Module({ imports: [SmaModule.with(services)] })
  class SmaRoot {}
  return SmaRoot;
}

import 'reflect-metadata';
import { Module, type Type } from '@nestjs/common';
import { ApiDescription } from '#libs/api-docs';
import { measureRefusals, recordRejections } from '#libs/audit';
import type { Config } from '#libs/config';
import { databaseChecks } from '#libs/database';
import {
  createApp,
  createLogger,
  openTracer,
  traceStatements,
  type App,
  type ErrorListener,
  type Logger,
} from '#libs/http';
import { Metrics } from '#libs/metrics';
import { recordResponseTimes } from '#libs/operations';
import { adminFrame } from './admin-frame.js';
import { openAdminServices, type AdminServices } from './admin-services.js';
import { OnboardingModule } from './onboarding/onboarding.module.js';
import { AdminModule } from './admin.module.js';
import { ApiDocumentationModule } from './api/api-documentation.module.js';
import { ApiModule } from './api/api.module.js';
import { DeskModule } from './desk.module.js';
import { ReportsModule } from './reports/reports.module.js';

/** The administration, ready to listen. */
export async function createAdmin(
  config: Config,
  logger: Logger = createLogger('admin', config.logLevel),
): Promise<App> {
  return createAdminWith(await openAdminServices(config), logger);
}

/** The same on services that were made already. */
export async function createAdminWith(services: AdminServices, logger: Logger): Promise<App> {
  const { config } = services;
  const app = await createApp({
    name: 'admin',
    module: adminModule(services),
    baseUrl: config.baseUrl.admin,
    frame: adminFrame(config),
    csrfKey: services.csrfKey,
    logger,
    metrics: new Metrics('admin'),
    // Logout requests of FAS over SOAP.
    textBodies: ['text/xml'],
    // Metadata of services, and documents of authorisations.
    uploads: { files: 'text', documents: ['document'] },
    onError: recordFailures(services),
    guards: {
      staff: (request, right) => services.staffDesk.admit(request, right),
      client: (request, right) => services.apiDesk.admit(request, right),
    },
    tracer: await openTracer(config.tracing, { service: 'admin', logger }),
    overload: { delay: config.http.longestDelay },
    publicMetrics: config.http.publicMetrics,
    trustedProxies: config.http.trustedProxies,
    checks: databaseChecks(() => services.database),
  });
  traceStatements(app.tracer, services.database);
  measureRefusals(app.metrics, () => services.audit);
  app.nest.get(ApiDescription).make(app.nest, config.baseUrl.admin);
  recordResponseTimes(app, 'admin', services.database);
  return app;
}

/** What programs are told goes into the record of their agency; the rest as in every app. */
function recordFailures({ audit, apiDesk }: AdminServices): ErrorListener {
  const rejections = recordRejections(audit, 'admin');
  return async (error, request) => {
    if (!(await apiDesk.noteFailure(error, request))) await rejections(error, request);
  };
}

function adminModule(services: AdminServices): Type<unknown> {
  @Module({
    imports: [
      AdminModule.with(services),
      DeskModule.with(services),
      OnboardingModule.with(services),
      ReportsModule.with(services),
      ApiModule.with(services),
      ApiDocumentationModule.make(),
    ],
  })
  class AdminRoot {}
  return AdminRoot;
}

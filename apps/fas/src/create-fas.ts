import 'reflect-metadata';
import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { measureRefusals, recordRejections } from '#libs/audit';
import type { Config } from '#libs/config';
import { passkeyScript } from '#libs/digital-keys';
import { createApp, createLogger, openTracer, traceStatements, type App, type Logger } from '#libs/http';
import { systemClock } from '#libs/kernel';
import { Metrics, showCertificateEnds, showServiceCertificateEnds } from '#libs/metrics';
import { recordResponseTimes } from '#libs/operations';
import { masterKeyFromFile, ProbeMark } from '#libs/security';
import { beginsSignIn } from './begins-sign-in.js';
import { CardModule } from './card-gate/card.module.js';
import { CardTests } from './card-test/card-tests.js';
import { FasModule } from './fas.module.js';
import { listenerCertificate } from './card-gate/create-card-gate.js';
import { checksOf } from './fas-checks.js';
import { openFasServices, type FasServices } from './fas-services.js';
import { fasFrame } from './fas-frame.js';
import { samlFrontDoor, SOAP_BODIES, type SamlParts } from './front-door/saml/create-saml-front-door.js';
import { OIDC_DOCUMENTS } from './front-door/oidc/oidc-routes.js';
import { SAML_PATHS } from './front-door/saml/saml-addresses.js';
import { oidcFrontDoor } from './front-door/oidc/create-oidc-front-door.js';

/** The Federal Authentication Service, ready to listen. */
export async function createFas(
  config: Config,
  logger: Logger = createLogger('fas', config.logLevel),
): Promise<App> {
  const services = await openFasServices(config);
  const oidc = oidcFrontDoor(services);
  const saml = samlFrontDoor(services);
  services.doors.register(oidc);
  services.doors.register(saml.door);
  await saml.prepare();
  const metrics = new Metrics('fas');
  showCertificateEnds(metrics, [listenerCertificate(config)]);
  showServiceCertificateEnds(metrics, () =>
    Promise.all(services.partners.saml.map((partner) => partner.certificates())),
  );
  const card = CardModule.with(
    {
      config,
      cards: services.cards,
      logger,
      metrics,
      mount: (listener, read) => oidc.mountForCertificates(listener, read),
    },
    { gate: services.cards.gate, tests: new CardTests(services) },
  );
  const app = await createApp({
    name: 'fas',
    module: fasModule(services, saml, card),
    baseUrl: config.baseUrl.fas,
    frame: fasFrame(config),
    assets: [passkeyScript],
    csrfKey: services.csrfKey,
    textBodies: SOAP_BODIES,
    logger,
    metrics,
    tracer: await openTracer(config.tracing, { service: 'fas', logger }),
    probeMark: new ProbeMark(masterKeyFromFile(config.masterKeyFile), systemClock),
    overload: { delay: config.http.longestDelay },
    publicMetrics: config.http.publicMetrics,
    trustedProxies: config.http.trustedProxies,
    onError: recordRejections(services.audit, 'fas'),
    isNewWork: beginsSignIn,
    checks: checksOf(services),
  });
  await oidc.mount(app);
  app.answerFromMemory([...OIDC_DOCUMENTS, SAML_PATHS.metadata]);
  await services.logout.sessionEnds.start((error) =>
    app.logger.error({ err: error }, 'sessions that ended elsewhere could not be followed'),
  );
  traceStatements(app.tracer, services.database, services.state);
  measureRefusals(app.metrics, () => services.audit);
  recordResponseTimes(app, 'fas', services.database);
  return app;
}

function fasModule(
  services: FasServices,
  { controllers, providers }: Pick<SamlParts, 'controllers' | 'providers'>,
  card: DynamicModule,
): Type<unknown> {
  @Module({
    imports: [FasModule.with(services), card],
    controllers: [...controllers],
    providers: [...providers],
  })
  class FasRoot {}
  return FasRoot;
}

import { Metrics, type InterfaceKind } from '#libs/metrics';
import type { ProbeMark } from '#libs/security';
import { assets, CSRF_FIELD, type Asset, type PageFrame } from '#libs/ui';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { randomBytes } from 'node:crypto';
import type { ServerOptions } from 'node:https';
import { App } from './app.js';
import { mountAssets } from './assets.js';
import { ErrorAnswers, type ErrorListener } from './errors/error-answers.js';
import { ErrorFilter } from './errors/error.filter.js';
import { RouteGuard, type GuardStrategies } from './guards/route-guard.js';
import { assertEveryRouteDeclared } from './guards/route-policy.js';
import { createLogger, NestLog, type Logger } from './log/logger.js';
import { Health, mountHealth, mountMetrics, type HealthChecks } from './operation/health.js';
import { OverloadGate, type OverloadLimits } from './operation/overload-gate.js';
import { frameFor, type FrameSettings } from './page-frame.js';
import { CsrfProtection } from './request/csrf.js';
import { ensureContext, installHooks } from './request/hooks.js';
import type { UploadRules } from './request/multipart-body.js';
import { fixedHeaders } from './request/security-headers.js';
import { collectRoutes, createServer } from './server.js';
import type { Tracer } from './tracing/tracer.js';

export interface AppOptions {
  /** `fas`, `sma`, …: on every log line and measurement. */
  readonly name: string;
  readonly module: Type<unknown>;
  /** Address under which browsers see the app; https makes cookies Secure and adds HSTS. */
  readonly baseUrl: string;
  /** What surrounds the pages; without it the app has none, and errors are JSON. */
  readonly frame?: FrameSettings;
  /** Files of its own that its pages ask for, beside those of every page. */
  readonly assets?: readonly Asset[];
  readonly guards?: GuardStrategies;
  /** Signs form tokens; the same in all processes of an app. Left out: one of this process's own. */
  readonly csrfKey?: Buffer;
  /** Which norm routes fall under that say nothing; `user` by default. */
  readonly interface?: InterfaceKind;
  readonly logger?: Logger;
  readonly metrics?: Metrics;
  readonly checks?: HealthChecks;
  /** Serves /metrics here too; in production a private listener does (`App.listenForOperations`). */
  readonly publicMetrics?: boolean;
  readonly trustedProxies?: readonly string[];
  readonly bodyLimit?: number;
  readonly textBodies?: readonly string[];
  /** Takes forms with a file in them, at most 256 KiB or a document, and how it is handed on. */
  readonly uploads?: UploadRules;
  readonly tls?: ServerOptions;
  readonly overload?: OverloadLimits;
  readonly isNewWork?: (request: FastifyRequest) => boolean;
  readonly onError?: ErrorListener;
  /** Left out: no traces are made. */
  readonly tracer?: Tracer;
  /** Knows our own probes, whose requests count apart from those of users. */
  readonly probeMark?: Pick<ProbeMark, 'holds'>;
}

/**
 * Builds an app: Nest on Fastify, with everything that all our apps have in common. It does not listen yet,
 * so that handlers can still be mounted.
 *
 * @throws when a route declares no guard, or one that the app cannot evaluate
 */
export async function createApp(options: AppOptions): Promise<App> {
  const parts = partsOf(options);
  const { logger, metrics, health, gate, csrf, secure } = parts;
  const { interface: kind = 'user', guards = {}, isNewWork = () => true, tracer, probeMark } = options;
  const { adapter, server } = createServer({
    ...options,
    logger,
    onRouterError: (error, request, reply) => {
      const { reference } = ensureContext(request, reply, secure);
      const headers = { ...fixedHeaders(secure), 'x-request-reference': reference };
      for (const [name, value] of Object.entries(headers)) reply.raw.setHeader(name, value);
      void answers.answerRaw(error, request, reply.raw);
    },
  });
  const answers = new ErrorAnswers({
    ...options,
    logger,
    interface: kind,
    allowedMethods: collectRoutes(server),
  });
  installHooks(server, {
    secure,
    interface: kind,
    logger,
    metrics,
    gate,
    health,
    isNewWork,
    tracer,
    probeMark,
  });
  mountCommonRoutes(server, options, parts);
  provideRequestTools(server, options, csrf);

  const nest = await NestFactory.create<NestFastifyApplication>(options.module, adapter, {
    logger: new NestLog(logger),
    bodyParser: false,
    abortOnError: false,
  });
  nest.useGlobalFilters(new ErrorFilter(answers));
  nest.useGlobalGuards(new RouteGuard(guards, csrf));
  assertEveryRouteDeclared(nest, guards, kind);
  return new App({ nest, server, logger, metrics, health, gate, answers, tracer });
}

function partsOf({ name, baseUrl, ...options }: AppOptions) {
  const { origin, protocol } = new URL(baseUrl);
  return {
    logger: options.logger ?? createLogger(name),
    metrics: options.metrics ?? new Metrics(name),
    health: new Health(options.checks ?? {}),
    gate: new OverloadGate(options.overload),
    csrf: new CsrfProtection(options.csrfKey ?? randomBytes(32), origin),
    secure: protocol === 'https:',
  };
}

function mountCommonRoutes(
  server: FastifyInstance,
  { frame, assets: own = [], publicMetrics = true }: AppOptions,
  { health, metrics }: { health: Health; metrics: Metrics },
): void {
  mountHealth(server, health);
  if (publicMetrics) mountMetrics(server, metrics);
  if (frame !== undefined) mountAssets(server, [...assets(), ...own]);
}

interface RequestTools {
  readonly frame: (request: FastifyRequest) => PageFrame;
  readonly csrf: CsrfProtection;
}

const TOOLS = Symbol('RequestTools');

function provideRequestTools(
  server: FastifyInstance,
  { name, frame: settings }: AppOptions,
  csrf: CsrfProtection,
): void {
  const frame = (request: FastifyRequest): PageFrame => {
    if (settings === undefined) throw new Error(`The app ${name} has no pages.`);
    return frameFor(settings, request, () => csrf.tokenFor(request.context.cookies));
  };
  // A decorator, since the scope of a mounted handler is another instance, which inherits it.
  server.decorate(TOOLS, { frame, csrf });
}

function toolsOf(request: FastifyRequest): RequestTools {
  const { server } = request;
  if (!server.hasDecorator(TOOLS)) throw new Error('This request was not received by an app of createApp.');
  return server.getDecorator<RequestTools>(TOOLS);
}

/** The frame of the page that answers this request: language, links, nonce and form token. */
export function pageFrame(request: FastifyRequest): PageFrame {
  return toolsOf(request).frame(request);
}

/** The token that our own forms carry, for a form that is not made by libs/ui. */
export function csrfField(request: FastifyRequest): { name: string; value: string } {
  return { name: CSRF_FIELD, value: toolsOf(request).csrf.tokenFor(request.context.cookies) };
}

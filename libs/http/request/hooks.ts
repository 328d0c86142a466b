import type { InterfaceKind, Metrics } from '#libs/metrics';
import { PROBE_HEADER, type ProbeMark } from '#libs/security';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../errors/app-error.js';
import { unavailable } from '../errors/as-app-error.js';
import { BAD_REQUEST } from '../errors/http-errors.js';
import type { Logger } from '../log/logger.js';
import type { Health } from '../operation/health.js';
import type { OverloadGate } from '../operation/overload-gate.js';
import { CookieJar } from './cookie-jar.js';
import { hasRepeatedName } from './form-body.js';
import { languageOf } from './language.js';
import { interfaceOf, routeNameOf } from './measured-route.js';
import { RequestContext, runInContext } from './request-context.js';
import { placeUnder } from '../tracing/trace-context.js';
import type { Tracer } from '../tracing/tracer.js';
import { dataPolicy, fixedHeaders, pagePolicy } from './security-headers.js';

export interface HookParts {
  readonly secure: boolean;
  readonly interface: InterfaceKind;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly gate: OverloadGate;
  readonly health: Health;
  readonly tracer?: Tracer;
  readonly probeMark?: Pick<ProbeMark, 'holds'>;
  /** Whether a request begins something that may as well begin later; all do by default. */
  readonly isNewWork: (request: FastifyRequest) => boolean;
}

/** Gives the request its context when it has none yet: malformed addresses are answered before any hook. */
export function ensureContext(request: FastifyRequest, reply: FastifyReply, secure: boolean): RequestContext {
  // Absent at first, whatever the type says.
  const known: RequestContext | null | undefined = request.context;
  if (known) return known;
  const cookies = new CookieJar(request.headers.cookie, reply.raw, secure);
  const hints = {
    query: request.query as Record<string, unknown> | null,
    acceptLanguage: request.headers['accept-language'],
  };
  const language = languageOf(hints, cookies);
  request.context = new RequestContext(request.ip, cookies, language, request.headers['user-agent']);
  return request.context;
}

/** What happens to every request before and after its handler. */
export function installHooks(server: FastifyInstance, parts: HookParts): void {
  const { gate, health, secure } = parts;
  // Its fields are fixed and harmless, and redaction would cost every request.
  const reporting = { ...parts, logger: parts.logger.child({}, { redact: [] }) };
  const headers = fixedHeaders(secure);

  server.addHook('onRequest', (request, reply, done) => {
    gate.underWay += 1;
    reply.raw.once('close', () => (gate.underWay -= 1));
    const context = ensureContext(request, reply, secure);
    context.isProbe = isMarked(request, parts.probeMark);
    if (parts.tracer) context.trace = placeUnder(request.headers['traceparent'], parts.tracer.share);
    reply.headers(headers);
    reply.header('x-request-reference', context.reference);
    if (health.isStopping) reply.header('connection', 'close');
    runInContext(context, () => done(refusal(request, parts)));
  });

  // Reading the body leaves the context of the first hook.
  server.addHook('preValidation', (request, _reply, done) => runInContext(request.context, done));

  server.addHook('onSend', (request, reply, payload, done) => {
    const type = reply.getHeader('content-type');
    const isPage = typeof type === 'string' && type.startsWith('text/html');
    reply.header(
      'content-security-policy',
      isPage ? pagePolicy(request.context) : dataPolicy(reply.hasHeader('content-disposition')),
    );
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    // Whoever keeps an answer for others must not hand them somebody's cookie, such as the language of `?lang=`.
    if (isForAll(reply)) reply.raw.removeHeader('set-cookie');
    if (health.isStopping) reply.header('connection', 'close');
    done(null, payload);
  });

  server.addHook('onResponse', (request, reply, done) => {
    report(request, reply, reporting);
    done();
  });
}

const isForAll = (reply: FastifyReply): boolean =>
  /\bpublic\b/.test(String(reply.getHeader('cache-control')));

function isMarked({ headers }: FastifyRequest, mark: HookParts['probeMark']): boolean {
  const value = headers[PROBE_HEADER];
  return typeof value === 'string' && mark?.holds(value) === true;
}

function refusal(request: FastifyRequest, { gate, isNewWork }: HookParts): Error | undefined {
  const { config } = request.routeOptions;
  if (config?.essential !== true && gate.closed && isNewWork(request)) {
    return unavailable({ detail: 'overload' });
  }
  return malformed(request, config?.raw === true);
}

function malformed({ url, query }: FastifyRequest, readsItsOwnQuery: boolean): AppError | undefined {
  // No identifier has one, and PostgreSQL takes none.
  if (/^[^?]*%00/.test(url)) return new AppError(BAD_REQUEST, { detail: 'NUL in the path' });
  if (readsItsOwnQuery || !hasRepeatedName(query)) return undefined;
  return new AppError(BAD_REQUEST, { detail: 'a name comes twice in the query' });
}

/** One log line and one measurement: the route's pattern, never the address, the query or the body. */
function report(request: FastifyRequest, reply: FastifyReply, parts: HookParts): void {
  if (request.routeOptions.config?.silent === true) return;
  const { reference, errorCode: error, application, trace, isProbe } = request.context;
  const { statusCode: status, elapsedTime } = reply;
  const { method } = request;
  const route = routeNameOf(request);
  const kind = isProbe ? 'probe' : interfaceOf(request, parts.interface);
  parts.metrics.observeRequest({
    interface: kind,
    route,
    method,
    status,
    seconds: elapsedTime / 1_000,
    ...(application !== undefined && { application }),
  });
  parts.logger.info(
    { reference, method, route, status, ms: Math.round(elapsedTime * 10) / 10, error },
    'request',
  );
  if (trace === undefined) return;
  parts.tracer?.add({
    place: trace,
    name: `${method} ${route}`,
    kind: 'server',
    milliseconds: elapsedTime,
    // Names of OpenTelemetry's semantic conventions for HTTP.
    attributes: {
      'http.request.method': method,
      'http.route': route,
      'http.response.status_code': status,
      'csam.reference': reference,
      ...(error !== undefined && { 'error.type': error }),
    },
    failed: status >= 500,
  });
}

export { App, type ListenOptions } from './app.js';
export { createApp, csrfField, pageFrame, type AppOptions } from './create-app.js';
export { asAppError } from './errors/as-app-error.js';
export { AppError, RedirectAnswer, type AppErrorOptions } from './errors/app-error.js';
export { allErrors, defineError, type ErrorDefinition } from './errors/define-error.js';
export type { ErrorListener } from './errors/error-answers.js';
export * as httpErrors from './errors/http-errors.js';
export { Client, CrossSite, Interface, Person, Public, Staff, type Access } from './guards/declarations.js';
export { principalOf, type GuardOutcome, type GuardStrategies } from './guards/route-guard.js';
export { HtmlPage } from './html-page.js';
export type { LogDestination } from './log/line-outlet.js';
export { createLogger, type Logger, type LogLevel } from './log/logger.js';
export { loggedError, scrub } from './log/scrub.js';
export type { NodeHandler, NodeHandlerOptions } from './node-handler.js';
export type { HealthCheck, HealthChecks } from './operation/health.js';
export {
  outwardFetch,
  type OutwardAnswer,
  type OutwardFetch,
  type OutwardQuestion,
} from './outward/outward-fetch.js';
export type { FrameSettings } from './page-frame.js';
export { CookieJar, type CookieOptions } from './request/cookie-jar.js';
export { browserOf } from './request/csrf.js';
export { rememberLanguage } from './request/language.js';
export { newReference, parseReference } from './request/reference.js';
export { currentRequest, findCurrentRequest, type RequestContext } from './request/request-context.js';
export { runApp, type RunOptions } from './run-app.js';
export {
  callOutside,
  FORBIDDEN_DESTINATION,
  OutsideCallFailed,
  type OutsideAnswer,
  type OutsideCallOptions,
  type OutsideRequest,
} from './outgoing/outside-call.js';
export { currentTrace, runInTrace } from './tracing/current-trace.js';
export { tracedFetch } from './tracing/traced-fetch.js';
export { traceStatements } from './tracing/traced-statements.js';
export { openTracer, type Tracer, type TracingSettings } from './tracing/tracer.js';
export { placeUnder } from './tracing/trace-context.js';

import { httpErrors, type ErrorListener } from '#libs/http';
import type { AuditWriter } from '../audit-writer.js';
import { RequestFailed, RequestRejected } from './rejections.audit.js';

const RECORDED = new Set<string>(
  [
    httpErrors.BAD_REQUEST,
    httpErrors.FOREIGN_FORM,
    httpErrors.TOO_LARGE,
    httpErrors.UNSUPPORTED_TYPE,
    httpErrors.HEADERS_TOO_LARGE,
  ].map(({ code }) => code),
);

const eventOf = (code: string) => {
  if (code === httpErrors.INTERNAL.code) return RequestFailed;
  return RECORDED.has(code) ? RequestRejected : undefined;
};

/**
 * Writes down what an app turns away at its door, and its own faults; what lies behind the door records its refusals. A page that does not
 * exist is nobody's attempt at anything.
 */
export function recordRejections(audit: AuditWriter, app: 'fas' | 'sma' | 'admin'): ErrorListener {
  return async ({ definition }, { context, routeOptions }) => {
    const event = eventOf(definition.code);
    if (event === undefined) return;
    await audit.record(event, {
      reference: context.reference,
      address: context.address,
      data: { app, error: definition.code, route: routeOptions.url ?? 'none' },
    });
  };
}

import { httpErrors, type ErrorListener } from '#libs/http';
import type { AuditWriter } from '../audit-writer.js';
import { RequestRejected } from './rejections.audit.js';

const RECORDED = new Set<string>(
  [
    httpErrors.BAD_REQUEST,
    httpErrors.FOREIGN_FORM,
    httpErrors.TOO_LARGE,
    httpErrors.UNSUPPORTED_TYPE,
    httpErrors.HEADERS_TOO_LARGE,
  ].map(({ code }) => code),
);

/**
 * Writes down what an app turns away at its door; what lies behind it records its own refusals. A page that does not
 * exist is nobody's attempt at anything.
 */
export function recordRejections(audit: AuditWriter, app: 'fas' | 'sma' | 'admin'): ErrorListener {
  return async ({ definition }, { context, routeOptions }) => {
    if (!RECORDED.has(definition.code)) return;
    await audit.record(RequestRejected, {
      reference: context.reference,
      address: context.address,
      data: { app, error: definition.code, route: routeOptions.url ?? 'none' },
    });
  };
}

import type { AuditWriter } from '#libs/audit';
import { httpErrors, type ErrorListener } from '#libs/http';
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
 * Writes down what is turned away at the door; front doors and journeys record their own refusals. A page that
 * does not exist is nobody's attempt at anything.
 */
export function recordRejections(audit: AuditWriter): ErrorListener {
  return async ({ definition }, { context, routeOptions }) => {
    if (!RECORDED.has(definition.code)) return;
    await audit.record(RequestRejected, {
      reference: context.reference,
      address: context.address,
      data: { error: definition.code, route: routeOptions.url ?? 'none' },
    });
  };
}

/** Requests that begin a sign-in; when FAS cannot keep up these wait, and logins under way go on. */
export function beginsSignIn({ url }: { readonly url: string }): boolean {
  return /^\/fas\/(oauth2\/authorize(\?|$)|SSO(Redirect|POST)\/)/.test(url);
}

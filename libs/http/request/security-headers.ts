import type { RequestContext } from './request-context.js';

const TWO_YEARS = 2 * 365 * 24 * 60 * 60;

/** Headers of every answer, whatever it is (ASVS 5.0 3.4). */
export function fixedHeaders(secure: boolean): Readonly<Record<string, string>> {
  return {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
    ...(secure ? { 'strict-transport-security': `max-age=${TWO_YEARS}; includeSubDomains` } : {}),
  };
}

/** For answers that are no page. */
export const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** For files to keep: whatever program opens them in our name runs nothing. */
const FILE_POLICY = `sandbox; ${DATA_POLICY}`;

/** For an answer that is no page. */
export const dataPolicy = (isFile: boolean): string => (isFile ? FILE_POLICY : DATA_POLICY);

/** For pages: everything from our own origin, scripts by the nonce of this answer only. */
export function pagePolicy({ nonce, formTargets }: Pick<RequestContext, 'nonce' | 'formTargets'>): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    // For the one button that must not reload the page: keeping it open longer.
    "connect-src 'self'",
    ["form-action 'self'", ...formTargets].join(' '),
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ');
}

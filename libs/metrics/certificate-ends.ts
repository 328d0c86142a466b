import type { X509Certificate } from 'node:crypto';
import type { Metrics } from './metrics.js';

/**
 * Shows when the first of the certificates ends that a process itself works with, so that somebody is told days
 * before. Of several for one purpose, as around a renewal, the one that lasts longest counts.
 *
 * @param purposes the certificates of each purpose
 */
export function showCertificateEnds(
  metrics: Metrics,
  purposes: readonly (readonly X509Certificate[])[],
): void {
  const first = firstEnd(purposes);
  metrics.gauge(
    {
      name: 'csam_own_certificate_not_after_seconds',
      help: 'Soonest end of a certificate that this process works with, in seconds since 1970; +Inf when it has none',
    },
    () => first,
  );
}

/**
 * The same of certificates that others sign with, and that may change while the process runs.
 *
 * @param purposes the certificates of each of them, read anew each time
 */
export function showServiceCertificateEnds(
  metrics: Metrics,
  purposes: () => Promise<readonly (readonly X509Certificate[])[]>,
): void {
  metrics.gauge(
    {
      name: 'csam_identity_service_certificate_not_after_seconds',
      help: 'Soonest end of what a recognised identity service signs with, in seconds since 1970; +Inf when there is none',
    },
    async () => firstEnd(await purposes()),
  );
}

function firstEnd(purposes: readonly (readonly X509Certificate[])[]): number {
  const ends = purposes
    .filter((certificates) => certificates.length > 0)
    .map((certificates) => Math.max(...certificates.map(({ validTo }) => Date.parse(validTo))));
  return Math.min(...ends) / 1_000;
}

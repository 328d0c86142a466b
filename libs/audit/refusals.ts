import type { Metrics } from '#libs/metrics';
import type { AuditWriter } from './audit-writer.js';

/** Shows how many records could not be written: each stands for a request that was refused. */
export function measureRefusals(metrics: Metrics, writer: () => AuditWriter): void {
  const options = {
    name: 'csam_audit_refused_total',
    help: 'Audit records that could not be written; what they stood for was refused',
  };
  metrics.gauge(options, () => writer().refusals);
}

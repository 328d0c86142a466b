export { showCertificateEnds, showServiceCertificateEnds } from './certificate-ends.js';
export {
  Metrics,
  type InterfaceKind,
  type Labels,
  type MetricOptions,
  type RequestObservation,
  type RequestTotals,
  type TotalsByKind,
} from './metrics.js';

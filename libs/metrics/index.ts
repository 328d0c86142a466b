export {
  Metrics,
  type InterfaceKind,
  type Labels,
  type MetricOptions,
  type RequestObservation,
  type RequestTotals,
} from './metrics.js';

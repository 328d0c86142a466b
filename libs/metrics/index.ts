export {
  Metrics,
  type InterfaceKind,
  type Labels,
  type MetricOptions,
  type RequestObservation,
} from './metrics.js';

import { monitorEventLoopDelay, type IntervalHistogram } from 'node:perf_hooks';
import { version } from '#libs/kernel';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Which norm a request falls under: pages for people (2 s) or answers to applications (0.1 s), both for 95 %. */
export type InterfaceKind = 'user' | 'application';

export interface RequestObservation {
  /** `probe`: our own probes asked, and it falls under no norm. */
  readonly interface: InterfaceKind | 'probe';
  /** The route's pattern, never the address itself. */
  readonly route: string;
  readonly method: string;
  readonly status: number;
  readonly seconds: number;
  /** On behalf of which application; never a label, since there are many. */
  readonly application?: string;
}

export interface MetricOptions<Label extends string> {
  /** Begins with `csam_`; counters end in `_total`, times in `_seconds`. */
  readonly name: string;
  readonly help: string;
  readonly labels?: readonly Label[];
}

export type Labels<Label extends string> = Readonly<Record<Label, string>>;

// Both norms are bucket bounds, so that "95 % within the norm" can be read off exactly.
const DURATION_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10];

/** Within this many seconds an answer is to come, for 95 % of them. */
const NORMS: Readonly<Record<InterfaceKind, number>> = { user: 2, application: 0.1 };

/** Requests since the process began, and how many of them were answered within the norm. */
export interface RequestTotals {
  readonly requests: number;
  readonly withinNorm: number;
}

/** Requests of each kind. */
export type TotalsByKind = Readonly<Record<InterfaceKind, RequestTotals>>;

const NO_REQUESTS: TotalsByKind = {
  user: { requests: 0, withinNorm: 0 },
  application: { requests: 0, withinNorm: 0 },
};

const NANOSECONDS = 1e9;

/** Well within the ten seconds that Prometheus waits for everything. */
const READING_PATIENCE = 3_000;

async function inTime(read: () => number | Promise<number>): Promise<number> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<number>((resolve) => {
    timer = setTimeout(() => resolve(Number.NaN), READING_PATIENCE);
  });
  try {
    return await Promise.race([read(), late]);
  } catch {
    return Number.NaN;
  } finally {
    clearTimeout(timer);
  }
}

/** Milliseconds between two looks at the event loop. Each look wakes the process, which at rest does little else. */
const LOOP_STEP = 50;

/**
 * What the library measures of every Node process, but for its own looks at the event loop a hundred times a second:
 * `csam_event_loop_delay_p99_seconds` tells that.
 */
function collectRuntimeMetrics(register: Registry): void {
  collectDefaultMetrics({ register, eventLoopMonitoringPrecision: 10_000 });
  for (const part of ['min', 'max', 'mean', 'stddev', 'p50', 'p90', 'p99']) {
    register.removeSingleMetric(`nodejs_eventloop_lag_${part}_seconds`);
  }
}

/** The measurements of one app, in Prometheus' text format. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly duration: Histogram<'interface' | 'route' | 'method' | 'status'>;
  private readonly loopDelay: IntervalHistogram;
  private byApplication = new Map<string, TotalsByKind>();

  constructor(private readonly app: string) {
    this.registry.setDefaultLabels({ app });
    collectRuntimeMetrics(this.registry);
    this.duration = new Histogram({
      name: 'csam_http_request_duration_seconds',
      help: 'Time from the arrival of a request to the end of its answer',
      labelNames: ['interface', 'route', 'method', 'status'],
      buckets: DURATION_BUCKETS,
      registers: [this.registry],
    });
    // Always 1, as is usual: which versions run side by side during a release is read off its label.
    new Gauge({
      name: 'csam_build_info',
      help: 'The version that runs',
      labelNames: ['version'],
      registers: [this.registry],
    }).set({ version }, 1);
    this.loopDelay = monitorEventLoopDelay({ resolution: LOOP_STEP });
    this.loopDelay.enable();
    this.gauge(
      { name: 'csam_event_loop_delay_p99_seconds', help: 'Event-loop delay since the last reading' },
      () => {
        const between = this.loopDelay.percentile(99) / NANOSECONDS;
        this.loopDelay.reset();
        return Math.max(0, between - LOOP_STEP / 1_000);
      },
    );
  }

  observeRequest({ interface: kind, route, method, status, seconds, application }: RequestObservation): void {
    this.duration.observe({ interface: kind, route, method, status }, seconds);
    if (application === undefined || kind === 'probe') return;
    const before = this.byApplication.get(application) ?? NO_REQUESTS;
    const { requests, withinNorm } = before[kind];
    const now = { requests: requests + 1, withinNorm: withinNorm + (seconds <= NORMS[kind] ? 1 : 0) };
    this.byApplication.set(application, { ...before, [kind]: now });
  }

  /** What was answered on behalf of each application since this was last asked. */
  takeApplicationTotals(): ReadonlyMap<string, TotalsByKind> {
    const taken = this.byApplication;
    this.byApplication = new Map();
    return taken;
  }

  /** How many requests there were of each kind, read off the histogram. */
  async requestTotals(): Promise<Readonly<Record<InterfaceKind, RequestTotals>>> {
    const { values } = await this.duration.get();
    const sum = (kind: InterfaceKind, suffix: string, bound?: number) =>
      values
        .filter(({ metricName, labels }) => {
          const ours = metricName?.endsWith(suffix) === true && labels.interface === kind;
          return ours && (bound === undefined || ('le' in labels && labels.le === bound));
        })
        .reduce((total, { value }) => total + value, 0);
    const of = (kind: InterfaceKind) => ({
      requests: sum(kind, '_count'),
      withinNorm: sum(kind, '_bucket', NORMS[kind]),
    });
    return { user: of('user'), application: of('application') };
  }

  /** Something that happens: returns the function that counts it. */
  counter<Label extends string = never>(
    options: MetricOptions<Label>,
  ): (labels: Labels<Label>, by?: number) => void {
    const counter = new Counter({ ...this.parts(options) });
    return (labels, by = 1) => counter.inc(labels, by);
  }

  /** Something that is read off at each collection; what cannot be read is NaN, and takes no other along. */
  gauge(options: MetricOptions<never>, read: () => number | Promise<number>): void {
    const gauge: Gauge = new Gauge({
      ...this.parts(options),
      registers: [],
      collect: async () => gauge.set(await inTime(read)),
    });
    this.registry.registerMetric(gauge);
  }

  /** How long something takes: returns the function that records one duration in seconds. */
  timer<Label extends string = never>(
    options: MetricOptions<Label>,
  ): (labels: Labels<Label>, seconds: number) => void {
    const histogram = new Histogram({ ...this.parts(options), buckets: DURATION_BUCKETS });
    return (labels, seconds) => histogram.observe(labels, seconds);
  }

  readonly contentType = Registry.PROMETHEUS_CONTENT_TYPE;

  text(): Promise<string> {
    return this.registry.metrics();
  }

  /** Stops measuring. */
  close(): void {
    this.loopDelay.disable();
    this.registry.clear();
  }

  private parts<Label extends string>({ name, help, labels = [] }: MetricOptions<Label>) {
    if (!name.startsWith('csam_')) throw new Error(`${this.app}: the metric ${name} must begin with csam_.`);
    return { name, help, labelNames: [...labels], registers: [this.registry] };
  }
}

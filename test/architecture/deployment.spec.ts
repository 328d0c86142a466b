import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { productionFiles } from './support/source-files.js';

const APPS = ['fas', 'sma', 'aps', 'admin', 'worker'];

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec?: { readonly template?: { readonly spec: { readonly containers: readonly Container[] } } };
}

interface Container {
  readonly args: readonly string[];
  readonly [probe: string]: unknown;
}

const folder = 'docker/kubernetes';
const manifests = readdirSync(folder)
  .filter((file) => file !== 'kustomization.yaml')
  .flatMap((file) => parseAllDocuments(readFileSync(join(folder, file), 'utf8')))
  .map((document) => {
    if ('errors' in document && document.errors.length > 0) throw document.errors[0];
    return document.toJS() as Manifest;
  });

const named = (kind: string, name: string) =>
  manifests.find((manifest) => manifest.kind === kind && manifest.metadata.name === name);

describe.each(APPS)('on Kubernetes %s', (app) => {
  it('has probes, a budget for disruptions, scaling, and a policy of its network', () => {
    const [container] = named('Deployment', app)?.spec?.template?.spec.containers ?? [];
    expect(container?.args).toEqual([`dist/apps/${app}/src/main.js`]);
    for (const probe of ['startupProbe', 'readinessProbe', 'livenessProbe', 'lifecycle', 'resources'])
      expect(container?.[probe], probe).toBeDefined();
    for (const kind of ['PodDisruptionBudget', 'HorizontalPodAutoscaler', 'NetworkPolicy'])
      expect(named(kind, app), kind).toBeDefined();
  });
});

it('every file of the folder is listed, and none that is not there', () => {
  const { resources } = parse(readFileSync(join(folder, 'kustomization.yaml'), 'utf8')) as {
    resources: string[];
  };
  const files = readdirSync(folder).filter((file) => file !== 'kustomization.yaml');
  expect(resources.toSorted()).toEqual(files.toSorted());
});

it('alerts and dashboard look at measurements that there are', () => {
  const code = productionFiles.map(({ text }) => text).join('\n');
  const looked = ['docker/prometheus/alerts.yaml', 'docker/grafana/dashboard.json'].flatMap((file) => [
    ...readFileSync(file, 'utf8').matchAll(/\bcsam_[a-z0-9_]+/g),
  ]);
  const names = new Set(looked.map(([name]) => name.replace(/_(bucket|count|sum)$/, '')));
  expect(names.size).toBeGreaterThan(8);
  // Gauges by queue and state are named from both.
  const made = (name: string) =>
    code.includes(`'${name}'`) ||
    /^csam_(queue_[a-z]+|outbox)_(waiting|queued|failed|active|delayed|completed)$/.test(name);
  expect([...names].filter((name) => !made(name))).toEqual([]);
});

it('compose and Kubernetes set only variables that the configuration reads', () => {
  const read = new Set(
    readdirSync('config').flatMap((file) =>
      [...readFileSync(join('config', file), 'utf8').matchAll(/\$\{([A-Z][A-Z0-9_]*)/g)].map(
        ([, name]) => name,
      ),
    ),
  );
  const code = productionFiles.map(({ text }) => text).join('\n');
  const named = [...readdirSync(folder).map((file) => join(folder, file)), 'docker/compose.yaml'].flatMap(
    (file) =>
      [...readFileSync(file, 'utf8').matchAll(/\b((?:CSAM|DATABASE|QUEUE|STATE|OTEL)_[A-Z0-9_]+)\b/g)].map(
        ([, name = '']) => name,
      ),
  );
  const set = new Set(named);
  expect(set.size).toBeGreaterThan(8);
  const known = (name: string) => read.has(name) || new RegExp(`(?:env\\.|['"]|\\s)${name}\\b`).test(code);
  expect([...set].filter((name) => !known(name))).toEqual([]);
});

interface Policy {
  readonly spec: {
    readonly ingress?: readonly { readonly from?: readonly { readonly podSelector?: object }[] }[];
  };
}

it.each([
  ['fas', 'aps'],
  ['admin', 'aps'],
  ['worker', 'fas'],
  ['worker', 'sma'],
  ['worker', 'aps'],
  ['worker', 'admin'],
])('%s reaches %s', (asking, asked) => {
  const { spec } = named('NetworkPolicy', asked) as unknown as Policy;
  const admitted = (spec.ingress ?? []).flatMap(({ from = [] }) =>
    from.map(({ podSelector }) => podSelector),
  );
  expect(admitted).toContainEqual({ matchLabels: { 'app.kubernetes.io/name': asking } });
});

it('no measurement of ours has a label that Prometheus gives to what it scrapes', () => {
  const labelled = productionFiles.filter(({ text }) => /labels: \[[^\]]*'(?:job|instance)'/.test(text));
  expect(labelled.map(({ path }) => path)).toEqual([]);
});

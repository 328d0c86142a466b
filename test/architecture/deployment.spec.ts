import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { listenersOf, loadConfig } from '#libs/config';
import { productionFiles } from './support/source-files.js';

const APPS = ['fas', 'sma', 'aps', 'admin', 'worker'];

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec?: { readonly template?: { readonly spec: { readonly containers: readonly Container[] } } };
}

interface Port {
  readonly name: string;
  readonly containerPort: number;
}

interface Container {
  readonly args: readonly string[];
  readonly ports?: readonly Port[];
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

/** What an installation adds by files and secrets of its own; the values say only what form they have. */
const OWN_SETTINGS = {
  DATABASE_URL: 'postgres://login:secret@database.example/csam',
  QUEUE_URL: 'postgres://queue:secret@database.example/queue',
  CSAM_MAIL_HOST: 'relay.example',
  CSAM_MAIL_FROM: 'CSAM <no-reply@csam.example>',
  CSAM_SMS_HOST: 'centre.example',
  CSAM_SMS_PASSWORD_FILE: '/etc/csam/sms',
  CSAM_NATIONAL_REGISTER_URL: 'https://register.example/GetPerson',
  CSAM_NATIONAL_REGISTER_KEY_FILE: '/etc/csam/rr.key',
  CSAM_NATIONAL_REGISTER_CERTIFICATE_FILE: '/etc/csam/rr.crt',
  CSAM_NATIONAL_REGISTER_SERVER_CERTIFICATE_FILE: '/etc/csam/rr-server.crt',
  CSAM_BIS_REGISTER_URL: 'https://bis.example/PersonService',
  CSAM_BIS_REGISTER_CUSTOMER_NUMBER: '0671516647',
  CSAM_BIS_REGISTER_KEY_FILE: '/etc/csam/bis.key',
  CSAM_BIS_REGISTER_CERTIFICATE_FILE: '/etc/csam/bis.crt',
  CSAM_BIS_REGISTER_SERVER_CERTIFICATE_FILE: '/etc/csam/bis-server.crt',
  CSAM_ENTERPRISE_FUNCTIONS_URL: 'https://bus.example/functions',
  CSAM_ROLE_ADMINISTRATION_URL: 'https://bus.example/roles',
  CSAM_SERVICE_BUS_TOKEN_URL: 'https://bus.example/token',
  CSAM_SERVICE_BUS_CLIENT_ID: 'csam',
  CSAM_SERVICE_BUS_SECRET_FILE: '/etc/csam/bus',
  CSAM_CARD_KEY_FILE: '/etc/csam/card.key',
  CSAM_CARD_CERTIFICATE_FILE: '/etc/csam/card.crt',
  CSAM_EID_ROOTS_FILE: '/etc/csam/roots.pem',
  CSAM_EID_ISSUERS_FILE: '/etc/csam/issuers.pem',
  CSAM_PASSKEY_RP_ID: 'example',
};

const settings = named('ConfigMap', 'csam-settings') as unknown as {
  readonly data: Readonly<Record<string, string>>;
};
const production = () => loadConfig({ ...OWN_SETTINGS, ...settings.data });

it('the settings of Kubernetes are those of a production that starts', () => {
  expect(production().environment).toBe('production');
});

it('production does not start without what the operator guide tells to set', () => {
  const guide = readFileSync('docs/operator-guide/README.md', 'utf8');
  const table = guide
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .join('\n');
  const told = new Set(
    [...table.matchAll(/`(?:(CSAM_[A-Z_]+?|DATABASE_URL|QUEUE_URL))`/g)].map(([, name]) => name),
  );
  // After the first of a row, the others are told by how they end.
  const inFull = Object.keys(OWN_SETTINGS).filter(
    (name) => !/(NATIONAL|BIS)_REGISTER_.*FILE|BIS_REGISTER|SERVICE_BUS|ENTERPRISE|ROLE_ADM/.test(name),
  );
  expect(inFull.filter((name) => !told.has(name))).toEqual([]);
});

describe.each(APPS)('the ports of %s', (app) => {
  const [container] = named('Deployment', app)?.spec?.template?.spec.containers ?? [];
  const ports = new Map((container?.ports ?? []).map(({ name, containerPort }) => [name, containerPort]));

  it('are those that it listens on', () => {
    const { port, operations } = listenersOf(production(), app as 'fas');
    expect(ports.get('operations')).toBe(operations?.port);
    expect(ports.get('http') ?? port).toBe(port);
    expect(operations?.host).toBe('0.0.0.0');
    const compose = readFileSync('docker/compose.yaml', 'utf8');
    expect(compose).toContain(String(operations?.port));
    const said = JSON.stringify(named('Deployment', app)).match(/"prometheus\.io\/port":"(\d+)"/)?.[1];
    expect(Number(said)).toBe(operations?.port);
  });

  it('are asked at addresses that the private listener has', () => {
    const probes = ['startupProbe', 'readinessProbe', 'livenessProbe'].map((probe) => container?.[probe]);
    for (const probe of probes as { httpGet: { path: string; port: string } }[]) {
      expect(['/health/live', '/health/ready']).toContain(probe.httpGet.path);
      expect(probe.httpGet.port).toBe('operations');
    }
    expect(productionFiles.some(({ text }) => text.includes("'/health/live'"))).toBe(true);
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

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';

const has = (program: string, flag = '--version') => spawnSync(program, [flag]).status === 0;
const scratch = mkdtempSync(join(tmpdir(), 'csam-deployment-'));
// Beside node_modules, where the compiler finds the types.
const typed = 'dist/kubernetes-check';
afterAll(() => {
  for (const folder of [scratch, typed]) rmSync(folder, { recursive: true, force: true });
});

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
}

const folder = 'docker/kubernetes';
const manifests = readdirSync(folder)
  .filter((file) => file !== 'kustomization.yaml')
  .flatMap((file) => parseAllDocuments(readFileSync(join(folder, file), 'utf8')))
  .map((document) => document.toJS() as Manifest);

/** Types of the API, by the group of the manifest: `networking.k8s.io/v1` → `networking/v1`. */
function typesOf(apiVersion: string): string {
  const [group = '', version] = apiVersion.includes('/') ? apiVersion.split('/') : ['core', apiVersion];
  return `kubernetes-types/${group.replace(/\..*/, '')}/${version}`;
}

/** What the compiler says of manifests as values of the types that the API of Kubernetes has. */
function judged(all: readonly Manifest[]): string[] {
  mkdirSync(typed, { recursive: true });
  const files = all.map((manifest, n) => {
    const file = `manifest-${n}.ts`;
    const type = `import type { ${manifest.kind} } from '${typesOf(manifest.apiVersion)}';`;
    writeFileSync(
      join(typed, file),
      `${type}\nexport const m: ${manifest.kind} = ${JSON.stringify(manifest)};\n`,
    );
    return file;
  });
  const compilerOptions = { strict: true, noEmit: true, module: 'preserve', skipLibCheck: true, types: [] };
  writeFileSync(join(typed, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
  const { stdout } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', typed], {
    encoding: 'utf8',
  });
  return stdout.split('\n').filter((line) => line.includes('error'));
}

it('every manifest is what the API of Kubernetes takes, and one that is not is found', () => {
  const good = manifests.find(({ kind }) => kind === 'Deployment');
  const misspelt = JSON.parse(JSON.stringify(good).replace('"periodSeconds"', '"periodSecond"')) as Manifest;
  const text = JSON.parse(JSON.stringify(good).replace(/"replicas":(\d)/, '"replicas":"$1"')) as Manifest;
  expect(manifests.length).toBeGreaterThan(20);
  const [first, second, ...others] = judged([...manifests, misspelt, text]);
  expect(first).toContain(`manifest-${manifests.length}.ts`);
  expect(second).toContain(`manifest-${manifests.length + 1}.ts`);
  expect(others).toEqual([]);
});

it.runIf(has('docker-compose'))('compose takes its file', () => {
  const text = readFileSync('docker/compose.yaml', 'utf8');
  // Debian's compose is older than the name of a project in the file.
  writeFileSync(join(scratch, 'compose.yaml'), text.replace(/^name: .*\n/m, ''));
  writeFileSync(join(scratch, 'csam.env'), '');
  const passwords = [...text.matchAll(/\$\{(\w+):\?\}/g)].map(([, name = '']) => [name, 'aa'] as const);
  const run = (env: object) =>
    spawnSync('docker-compose', ['-f', 'compose.yaml', 'config', '--quiet'], {
      cwd: scratch,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], ...env },
    });
  expect(run(Object.fromEntries(passwords))).toMatchObject({ status: 0, stderr: '' });
  // Without the passwords it does not begin.
  expect(run({}).status).not.toBe(0);
});

interface Rules {
  readonly groups: readonly { readonly rules: readonly { readonly alert: string }[] }[];
}

interface RuleTests {
  readonly tests: readonly {
    readonly alert_rule_test: readonly {
      readonly alertname: string;
      readonly exp_alerts: readonly unknown[];
    }[];
  }[];
}

it('every alert is tried: what it fires on, and that it keeps quiet on an ordinary day', () => {
  const rules = parse(readFileSync('docker/prometheus/alerts.yaml', 'utf8')) as Rules;
  const { tests } = parse(readFileSync('docker/prometheus/alerts.test.yaml', 'utf8')) as RuleTests;
  const tried = tests.flatMap(({ alert_rule_test: all }) => all);
  const namesOf = (fires: boolean) =>
    new Set(
      tried.filter(({ exp_alerts: alerts }) => alerts.length > 0 === fires).map(({ alertname }) => alertname),
    );
  const alerts = new Set(rules.groups.flatMap((group) => group.rules.map(({ alert }) => alert)));
  expect(namesOf(true)).toEqual(alerts);
  expect(namesOf(false)).toEqual(alerts);
});

it.runIf(has('promtool'))('Prometheus takes the alerts, and they fire as they should', () => {
  execFileSync('promtool', ['check', 'rules', 'docker/prometheus/alerts.yaml']);
  const { status, stdout, stderr } = spawnSync(
    'promtool',
    ['test', 'rules', 'docker/prometheus/alerts.test.yaml'],
    { encoding: 'utf8' },
  );
  expect(status, stdout + stderr).toBe(0);
});

interface Panel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly datasource: { readonly uid: string };
  readonly gridPos: Readonly<Record<'x' | 'y' | 'w' | 'h', number>>;
  readonly targets: readonly { readonly expr: string; readonly refId?: string }[];
}

const { panels } = JSON.parse(readFileSync('docker/grafana/dashboard.json', 'utf8')) as { panels: Panel[] };

it('panels of the dashboard stand beside one another, within the 24 columns of Grafana', () => {
  const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
    Array.from({ length: w * h }, (_, n) => `${x + (n % w)}/${y + Math.floor(n / w)}`),
  );
  expect(new Set(cells).size).toBe(cells.length);
  expect(panels.filter(({ gridPos: { x, w } }) => x + w > 24)).toEqual([]);
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  for (const { datasource } of panels) expect(datasource.uid).toBe('${datasource}');
});

it.runIf(has('promtool'))('Prometheus takes every expression of the dashboard', () => {
  const rules = panels.flatMap(({ id, targets }) =>
    targets.map(({ expr }, n) => ({ record: `panel:${id}:${n}`, expr })),
  );
  const file = join(scratch, 'panels.yaml');
  writeFileSync(file, JSON.stringify({ groups: [{ name: 'panels', rules }] }));
  const { status, stdout, stderr } = spawnSync('promtool', ['check', 'rules', file], { encoding: 'utf8' });
  expect(status, stdout + stderr).toBe(0);
});

/** Each layer may use the layers before it and the other members of its own; never what comes after. */
export const LAYERS: readonly (readonly string[])[] = [
  ['kernel'],
  ['loa', 'saml', 'attributes'],
  ['config', 'database', 'queue', 'security', 'texts'],
  ['http', 'ui', 'audit', 'metrics', 'pdf', 'api-docs'],
  [
    'people',
    'agencies',
    'operations',
    'availability',
    'enterprises',
    'messaging',
    'staff',
    'service-provider',
    'single-logout',
  ],
  ['digital-keys'],
];

export const SANDBOX_LIBS = ['kernel', 'config', 'http', 'ui', 'texts', 'saml', 'testing'];

/** The apps of the production image; what belongs to tests and demo stays out of them. */
export const PRODUCTION_APPS = ['fas', 'sma', 'aps', 'admin', 'worker'];

/** The part of the repository that a path belongs to: `libs/audit`, `apps/fas`, `test`, … */
export function partOf(path: string): string {
  const [first = '', second = ''] = path.split('/');
  return first === 'libs' || first === 'apps' ? `${first}/${second}` : first;
}

const layerOf = (lib: string): number => LAYERS.findIndex((libs) => libs.includes(lib));

/** Why code of one part may not import a library, or undefined when it may. */
export function libraryProblem(from: string, lib: string): string | undefined {
  const [kind = '', name = ''] = from.split('/');
  if (from === `libs/${lib}`) return `${from} imports itself through its index; import the file`;
  if (kind === 'apps') return appProblem(name, lib);
  if (kind !== 'libs' || name === 'testing') return undefined;
  if (lib === 'testing') return `libs/${name} imports libs/testing, which is for tests and the demo`;
  if (layerOf(name) < 0)
    return `libs/${name} has no place in LAYERS (test/architecture/support/import-rules.ts)`;
  return layerOf(lib) > layerOf(name)
    ? `libs/${name} may not use libs/${lib}, which builds on it`
    : undefined;
}

function appProblem(app: string, lib: string): string | undefined {
  if (app === 'sandbox' && !SANDBOX_LIBS.includes(lib)) {
    return `the sandbox is the outside world and may not use libs/${lib}`;
  }
  if (PRODUCTION_APPS.includes(app) && lib === 'testing') {
    return `apps/${app} goes to production and may not use libs/testing`;
  }
  return undefined;
}

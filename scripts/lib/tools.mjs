import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runChild } from './children.mjs';

const MAC_CHROME = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
/** The one without windows first: the same engine, and it makes a fresh browser in a third of the time. */
const BROWSERS = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];

/** Programs and files that some tests judge with: the Debian package that brings them and what needs them. */
const TOOLS = [
  { programs: BROWSERS, debian: 'chromium-headless-shell', name: 'Chromium', for: 'browser tests' },
  { programs: ['xmlsec1'], debian: 'xmlsec1', name: 'xmlsec1', for: 'SAML signature tests' },
  {
    programs: ['openssl'],
    debian: 'openssl',
    name: 'openssl',
    for: 'the test of signing with a certificate',
  },
  { programs: ['xmllint'], debian: 'libxml2-utils', name: 'xmllint', for: 'SAML schema tests' },
  {
    programs: ['redis-server'],
    debian: 'redis-server',
    name: 'redis-server',
    for: 'tests of the queue on Redis',
  },
  {
    file: '/usr/share/xml/opensaml/saml-schema-protocol-2.0.xsd',
    debian: 'opensaml-schemas',
    name: 'the SAML schemas',
    for: 'SAML schema tests',
  },
  {
    file: '/usr/share/xml/xmltooling/xmldsig-core-schema.xsd',
    debian: 'xmltooling-schemas',
    name: 'the XML security schemas',
    for: 'SAML schema tests',
  },
  {
    programs: ['redis-server', 'valkey-server'],
    debian: 'redis-server',
    name: 'Redis',
    for: 'tests of protocol state on Redis',
  },
  {
    programs: ['promtool'],
    debian: 'prometheus',
    name: 'promtool',
    for: 'tests of alerts and dashboard',
  },
  {
    programs: ['docker-compose'],
    debian: 'docker-compose',
    name: 'docker-compose',
    for: 'the test of the compose file',
  },
  {
    file: '/usr/lib/apache2/modules/mod_auth_openidc.so',
    debian: 'libapache2-mod-auth-openidc',
    name: 'mod_auth_openidc of Apache',
    for: 'tests with Apache as client of OpenID Connect',
  },
  ...[
    { file: '/usr/sbin/apache2', debian: 'apache2', name: 'Apache' },
    { file: '/usr/sbin/shibd', debian: 'libapache2-mod-shib', name: 'Shibboleth SP' },
    {
      file: '/usr/lib/apache2/modules/mod_auth_mellon.so',
      debian: 'libapache2-mod-auth-mellon',
      name: 'mod_auth_mellon',
    },
    {
      file: '/usr/lib/python3/dist-packages/saml2/client.py',
      debian: 'python3-pysaml2',
      name: 'pysaml2',
    },
  ].map((tool) => ({ ...tool, for: 'SAML interoperability tests' })),
];

/**
 * Finds the programs that tests use, and installs Debian's when this user may.
 *
 * @returns {Promise<{ env: Record<string, string>, missing: string[] }>} what tests get told, and a
 *   sentence per program that is not there
 */
export async function findTools() {
  const absent = TOOLS.filter((tool) => locate(tool) === undefined);
  const why = absent.length > 0 ? await install(absent.map(({ debian }) => debian)) : '';
  const missing = TOOLS.filter((tool) => locate(tool) === undefined).map(
    (tool) => `${tool.for}: ${tool.name} cannot be found${why}`,
  );
  return { env: { CSAM_CHROME: locate(TOOLS[0]) ?? '', CSAM_MISSING_TOOLS: missing.join('; ') }, missing };
}

function locate({ programs, name, file }) {
  if (file !== undefined) return existsSync(file) ? file : undefined;
  const wished = name === 'Chromium' ? [process.env.CHROME_PATH ?? '', MAC_CHROME] : [];
  const folders = (process.env.PATH ?? '').split(delimiter);
  const paths = programs.flatMap((program) => folders.map((folder) => join(folder, program)));
  return [...wished, ...paths].find((path) => path !== '' && isExecutable(path));
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @returns why nothing was installed, to put behind the sentence; '' when it went well */
async function install(packages) {
  if (process.getuid?.() !== 0) return ', and only root may install it';
  if (spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0)
    return ', and there is no apt-get';
  const env = { ...process.env, RUNLEVEL: '1', DEBIAN_FRONTEND: 'noninteractive' };
  await runChild('apt-get', ['update', '-qq'], { env });
  const args = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
  const { status } = await runChild('apt-get', args, { env });
  return status === 0 ? '' : ', and apt-get could not install it';
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isListening, PeerProcess } from './peer-process.js';

const MODULES = '/usr/lib/apache2/modules';
const USUAL = ['mpm_event', 'authn_core', 'authz_core', 'authz_user', 'alias', 'dir', 'headers'];

export interface ApacheSite {
  readonly folder: string;
  readonly port: number;
  /** What is loaded beside the usual ones, as `auth_mellon`. */
  readonly modules: readonly string[];
  readonly configuration: string;
}

/** Debian's Apache with one site on this machine, without any of Debian's own configuration. */
export async function startApache({
  folder,
  port,
  modules,
  configuration,
}: ApacheSite): Promise<PeerProcess> {
  const pages = join(folder, 'pages');
  mkdirSync(join(pages, 'secured'), { recursive: true });
  for (const page of ['index.html', 'secured/index.html'])
    writeFileSync(join(pages, page), `<h1>${page}</h1>`);
  const file = join(folder, 'apache.conf');
  const isRoot = process.getuid?.() === 0;
  const lines = [
    `ServerRoot ${folder}`,
    `PidFile ${folder}/apache.pid`,
    `ErrorLog ${folder}/error.log`,
    `Listen 127.0.0.1:${port}`,
    `ServerName http://127.0.0.1:${port}`,
    'UseCanonicalName On',
    'StartServers 1',
    ...(isRoot ? ['User nobody', 'Group nogroup'] : []),
    ...[...USUAL, ...modules].map((name) => `LoadModule ${moduleName(name)} ${MODULES}/mod_${name}.so`),
    `DocumentRoot ${pages}`,
    'DirectoryIndex index.html',
    `<Directory ${pages}>`,
    '  Require all granted',
    '</Directory>',
    configuration,
  ];
  writeFileSync(file, lines.join('\n'));
  const command = ['/usr/sbin/apache2', '-f', file, '-D', 'FOREGROUND'] as const;
  return PeerProcess.start([...command], folder, () => isListening(port));
}

const moduleName = (name: string): string => (name === 'shib' ? 'mod_shib' : `${name}_module`);

import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startApache } from './apache.js';
import { freePort, peerFolder } from './peer-process.js';
import { Peer } from './peer.js';

/** Whether Debian's mod_auth_openidc is there; a test that needs it is skipped where it is not. */
export const hasModAuthOpenidc = ['/usr/sbin/apache2', '/usr/lib/apache2/modules/mod_auth_openidc.so'].every(
  existsSync,
);

/**
 * Apache with mod_auth_openidc in front of a site that shows what an application learns: every page lists its
 * environment, one `NAME=value` a line.
 */
export async function startModAuthOpenidc(configure: (base: string) => string): Promise<Peer> {
  const folder = peerFolder('openidc');
  const port = await freePort();
  const base = `http://localhost:${port}`;
  const apache = await startApache({
    folder,
    port,
    modules: ['mime', 'filter', 'include', 'auth_openidc'],
    configuration: `
      # Node says that a script calls; a browser that goes to a page says this.
      RequestHeader set Sec-Fetch-Mode navigate early
      TypesConfig /etc/mime.types
      AddType text/html .shtml
      AddOutputFilter INCLUDES .shtml
      <Directory ${folder}/pages>
        DirectoryIndex index.shtml
        Options +Includes
      </Directory>
      ${configure(base)}`,
  });
  writeFileSync(join(folder, 'pages/index.shtml'), '<!--#printenv -->\n');
  return new Peer(base, folder, [apache]);
}

/** The environment that a page listed. */
export function environmentOf({ body }: { readonly body: string }): Readonly<Record<string, string>> {
  const lines = body.split('\n').filter((line) => line.includes('='));
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
}

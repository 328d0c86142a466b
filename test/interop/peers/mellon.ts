import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fasMetadata } from '../../support/saml-service.js';
import { startApache } from './apache.js';
import { adapted, guideExample } from './guide-example.js';
import { freePort, peerFolder } from './peer-process.js';
import { Peer } from './peer.js';

/** Apache with mod_auth_mellon as the integrator guide sets it up. */
export async function startMellon(): Promise<{ readonly peer: Peer; readonly metadata: string }> {
  const folder = peerFolder('mellon');
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const entityId = `${base}/metadata`;
  execFileSync('/usr/sbin/mellon_create_metadata', [entityId, `${base}/mellon`], { cwd: folder });
  const made = join(folder, entityId.replaceAll(/[^\dA-Za-z.]+/g, '_'));
  chmodSync(`${made}.key`, 0o600);
  writeFileSync(join(folder, 'fas-metadata.xml'), await fasMetadata());
  const site = adapted(guideExample('Apache with mod_auth_mellon', 'apache'), {
    '/etc/apache2/mellon/sp.key': `${made}.key`,
    '/etc/apache2/mellon/sp.cert': `${made}.cert`,
    '/etc/apache2/mellon/sp.xml': `${made}.xml`,
    '/etc/apache2/mellon/fas.xml': join(folder, 'fas-metadata.xml'),
    'MellonEnable auth': `MellonEnable auth
        AuthType Mellon
        Require valid-user
        Header set X-NRN "%{NRN}e"
        Header set X-Given-Name "%{MELLON_givenName}e"`,
  });
  const configuration = `MellonLockFile ${folder}/lock\n${site}`;
  const apache = await startApache({ folder, port, modules: ['auth_mellon'], configuration });
  return { peer: new Peer(base, folder, [apache]), metadata: readFileSync(`${made}.xml`, 'utf8') };
}

import { existsSync } from 'node:fs';

const FILES = [
  '/usr/sbin/apache2',
  '/usr/sbin/shibd',
  '/usr/lib/apache2/modules/mod_shib.so',
  '/usr/lib/apache2/modules/mod_auth_mellon.so',
  '/usr/lib/python3/dist-packages/saml2/client.py',
  '/usr/bin/xmlsec1',
];

/** Whether Debian's service providers are all there; `test/interop/install` installs them. */
export const hasSamlPeers = FILES.every(existsSync);

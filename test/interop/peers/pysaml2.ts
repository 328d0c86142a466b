import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureServiceProviderKeys } from '#libs/testing';
import { fasMetadata } from '../../support/saml-service.js';
import { stack } from '../../support/stack.js';
import { adapted, guideExample } from './guide-example.js';
import { freePort, isListening, peerFolder, PeerProcess } from './peer-process.js';
import { Peer } from './peer.js';

const SERVICE = fileURLToPath(new URL('pysaml2-service.py', import.meta.url));

/** A small service written with pysaml2, with the settings of the integrator guide. */
export async function startPysaml2(): Promise<Peer> {
  const folder = peerFolder('pysaml2');
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const { keyFile, certificateFile } = await ensureServiceProviderKeys(folder);
  writeFileSync(join(folder, 'fas-metadata.xml'), await fasMetadata());
  const settings = adapted(guideExample('pysaml2', 'python'), {
    'https://fas.example': stack().addresses.fas,
    'https://my-service.example': base,
    'sp-key.pem': keyFile,
    'sp-cert.pem': certificateFile,
    'fas.xml': join(folder, 'fas-metadata.xml'),
  });
  writeFileSync(join(folder, 'saml_settings.py'), settings);
  // Debian's Python, which has Debian's library.
  const service = await PeerProcess.start(['/usr/bin/python3', SERVICE, String(port)], folder, () =>
    isListening(port),
  );
  return new Peer(base, folder, [service]);
}

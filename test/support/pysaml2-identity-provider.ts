import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureServiceProviderKeys } from '#libs/testing';
import { freePort, isListening, peerFolder, PeerProcess } from '../interop/peers/peer-process.js';

/** Whether Debian's pysaml2 is there. */
export { hasSamlPeers } from '../interop/peers/installed.js';

const PROGRAM = fileURLToPath(new URL('../interop/peers/pysaml2-identity-provider.py', import.meta.url));

export interface Pysaml2IdentityProvider {
  readonly base: string;
  /** PEM of the certificate with which it signs answers and metadata. */
  readonly certificateFile: string;
  stop(): Promise<void>;
}

/** Who signs in there, by the names of attributes. */
export type OnePerson = Readonly<Record<string, readonly string[]>>;

/** An identity provider written with pysaml2 that knows one service provider, by its metadata, and one person. */
export async function startPysaml2IdentityProvider(
  serviceMetadata: string,
  person: OnePerson,
): Promise<Pysaml2IdentityProvider> {
  const folder = peerFolder('pysaml2-idp');
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const { keyFile, certificateFile } = await ensureServiceProviderKeys(folder);
  writeFileSync(join(folder, 'sp.xml'), serviceMetadata);
  writeFileSync(join(folder, 'idp_settings.py'), settings({ base, keyFile, certificateFile, person }));
  const process = await PeerProcess.start(['/usr/bin/python3', PROGRAM, String(port)], folder, () =>
    isListening(port),
  );
  return {
    base,
    certificateFile,
    async stop() {
      await process.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const settings = (of: { base: string; keyFile: string; certificateFile: string; person: OnePerson }) => `
from saml2 import BINDING_HTTP_REDIRECT
from saml2.saml import NAME_FORMAT_URI, NAMEID_FORMAT_TRANSIENT
from saml2.xmldsig import DIGEST_SHA256, SIG_RSA_SHA256

PERSON = ${JSON.stringify(of.person)}
CONFIG = {
    "entityid": "${of.base}/metadata",
    "metadata": {"local": ["sp.xml"]},
    "key_file": "${of.keyFile}",
    "cert_file": "${of.certificateFile}",
    "signing_algorithm": SIG_RSA_SHA256,
    "digest_algorithm": DIGEST_SHA256,
    "valid_for": 24,
    "xmlsec_binary": "/usr/bin/xmlsec1",
    "service": {
        "idp": {
            "endpoints": {"single_sign_on_service": [("${of.base}/sign-in", BINDING_HTTP_REDIRECT)]},
            "name_id_format": [NAMEID_FORMAT_TRANSIENT],
            "policy": {"default": {"lifetime": {"minutes": 5}, "name_form": NAME_FORMAT_URI}},
        }
    },
}
`;

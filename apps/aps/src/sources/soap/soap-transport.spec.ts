import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { SoapTransport } from './soap-transport.js';
import { party, type Party } from '../national-register/test-support/register.js';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serving({ certificate, privateKey }: Party): Promise<string> {
  const tls = { cert: certificate.toString(), key: privateKey.export({ type: 'pkcs8', format: 'pem' }) };
  server = createServer(tls, (_, response) => void response.end('<answer/>'));
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return `https://localhost:${(server.address() as AddressInfo).port}/`;
}

async function post(url: string, trustedCas?: string) {
  const transport = new SoapTransport({ url, ...(trustedCas !== undefined && { trustedCas }) });
  try {
    return await transport.post('<question/>', AbortSignal.timeout(2_000));
  } finally {
    transport.close();
  }
}

const now = new Date();
const refused = { kind: 'failed', reason: 'network' };

describe('the connection to the register (XS-30)', () => {
  it('is made with a server whose certificate is vouched for and bears its name', async () => {
    const localhost = await party('localhost', now, { host: 'localhost' });
    const outcome = await post(await serving(localhost), localhost.certificate.toString());
    expect(outcome).toEqual({ kind: 'answered', status: 200, text: '<answer/>' });
  });

  it('is refused when nobody vouches for the certificate', async () => {
    expect(await post(await serving(await party('localhost', now, { host: 'localhost' })))).toEqual(refused);
  });

  it('is refused when the certificate bears another name', async () => {
    const other = await party('elsewhere', now, { host: 'elsewhere.example' });
    expect(await post(await serving(other), other.certificate.toString())).toEqual(refused);
  });

  it('is refused when the certificate has expired', async () => {
    const expired = await party('localhost', now, { host: 'localhost', days: -1 });
    expect(await post(await serving(expired), expired.certificate.toString())).toEqual(refused);
  });
});

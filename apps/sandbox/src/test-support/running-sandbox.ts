import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger, type App } from '#libs/http';
import { DemoWorld, ensureDemoSeed, ensureNationalRegisterKeys } from '#libs/testing';
import { FaultBoard } from '../faults/fault-board.js';
import { SmtpSink } from '../mailbox/smtp-sink.js';
import { SandboxSettings } from '../sandbox-settings.js';
import { SmppCentre } from '../sms-centre/smpp-centre.js';
import { createSandbox } from '../create-sandbox.js';

export interface RunningSandbox {
  readonly url: string;
  readonly smtpPort: number;
  readonly smppPort: number;
  readonly world: DemoWorld;
  readonly app: App;
  /** Key and certificate of the consumer that is registered at the Rijksregister. */
  readonly consumer: { readonly key: string; readonly certificate: string };
  readonly serverCertificate: string;
  get(path: string): Promise<Response>;
  json(path: string): Promise<unknown>;
  setFault(fault: Readonly<Record<string, unknown>>): Promise<Response>;
  stop(): Promise<void>;
}

/** A sandbox on free ports with a data directory of its own. */
export async function runSandbox(fasBaseUrl = 'http://localhost:1'): Promise<RunningSandbox> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'sandbox-'));
  const keys = await ensureNationalRegisterKeys(dataDirectory);
  const settings = new SandboxSettings({
    baseUrl: 'http://localhost:4600',
    fasBaseUrl,
    dataDirectory,
    listenHost: '127.0.0.1',
    smtpPort: 0,
    smppPort: 0,
  });
  const app = await createSandbox(settings, createLogger('sandbox', 'silent'));
  const url = await app.listen({ port: 0 });
  const get = (path: string) => fetch(`${url}${path}`);
  return {
    url,
    app,
    get,
    smtpPort: app.get(SmtpSink).port,
    smppPort: app.get(SmppCentre).port,
    world: DemoWorld.fromSeed(ensureDemoSeed(dataDirectory)),
    consumer: {
      key: readFileSync(keys.consumer.keyFile, 'utf8'),
      certificate: readFileSync(keys.consumer.certificateFile, 'utf8'),
    },
    serverCertificate: readFileSync(keys.server.certificateFile, 'utf8'),
    json: async (path) => (await get(path)).json(),
    setFault: (fault) =>
      fetch(`${url}/faults`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(fault),
      }),
    stop: async () => {
      app.get(FaultBoard).releaseAll();
      await app.close({ patience: 500 });
      rmSync(dataDirectory, { recursive: true });
    },
  };
}

import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { registerApplication, type ApplicationToRegister } from '../../support/register-application.js';
import type { PeerProcess } from './peer-process.js';

/** A server that has just started, on a machine with much else to do. */
const PATIENCE = 30_000;

/** Somebody else's service provider that runs on this machine. */
export class Peer {
  constructor(
    readonly base: string,
    private readonly folder: string,
    private readonly processes: readonly PeerProcess[],
  ) {}

  /** Registers it with the metadata that it says of itself. */
  async register(metadata: string, settings: Pick<ApplicationToRegister, 'name' | 'saml'>): Promise<void> {
    const metadataFile = join(this.folder, 'registered.xml');
    writeFileSync(metadataFile, metadata);
    await registerApplication({
      attributes: ['egovNRN', 'givenName'],
      ...settings,
      saml: { metadataFile, ...settings.saml },
    });
  }

  async get(path: string): Promise<string> {
    const response = await fetch(this.base + path, { signal: AbortSignal.timeout(PATIENCE) }).catch(
      (error: unknown) => {
        throw new Error(`${path} does not answer:\n${this.said()}`, { cause: error });
      },
    );
    const text = await response.text();
    if (!response.ok) throw new Error(`${path} answers ${response.status}: ${text}\n${this.said()}`);
    return text;
  }

  async stop(): Promise<void> {
    await Promise.all(this.processes.map((one) => one.stop()));
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** What its processes printed and logged. */
  said(): string {
    return this.processes.map((one) => one.said()).join('\n');
  }
}

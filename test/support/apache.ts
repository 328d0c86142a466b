import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';

const PROGRAM = '/usr/sbin/apache2';
const MODULES = '/usr/lib/apache2/modules';
/** What every site needs: a worker, the words of access control, and pages that show what a module learnt. */
const USUAL = [
  'mpm_event',
  'authn_core',
  'authz_core',
  'authz_user',
  'headers',
  'dir',
  'mime',
  'filter',
  'include',
];

/** Whether Apache can be run with this module; a test that needs it is skipped where it is not installed. */
export const hasApache = (module: string): boolean =>
  existsSync(PROGRAM) && existsSync(`${MODULES}/mod_${module}.so`);

export interface ApacheSite {
  /** Beside the usual ones, in the order in which they are loaded. */
  readonly modules: readonly string[];
  /** Configuration of the site; a port that is free and a folder of its own are given. */
  readonly configure: (at: { readonly origin: string; readonly folder: string }) => string;
}

/**
 * Debian's Apache on a port of this machine, with everything that it reads and writes in a folder of its own. Each of
 * its pages lists the environment that its modules set for an application, one `NAME=value` a line.
 */
export class Apache {
  private constructor(
    readonly origin: string,
    readonly folder: string,
    private readonly child: ChildProcess,
  ) {}

  static async start({ modules, configure }: ApacheSite): Promise<Apache> {
    // Apache as root hands its work to a user that may do less, and who must be able to reach the pages.
    const folder = mkdtempSync('/tmp/apache-');
    chmodSync(folder, 0o755);
    const port = await freePort();
    const origin = `http://localhost:${port}`;
    mkdirSync(join(folder, 'site'));
    writeFileSync(join(folder, 'site/index.shtml'), '<!--#printenv -->\n');
    writeFileSync(join(folder, 'apache.conf'), frame(folder, port, modules) + configure({ origin, folder }));
    const child = spawn(PROGRAM, ['-d', folder, '-f', join(folder, 'apache.conf'), '-DFOREGROUND'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const apache = new Apache(origin, folder, child);
    await apache.answers();
    return apache;
  }

  /** What Apache wrote about errors. */
  get log(): string {
    const file = join(this.folder, 'error.log');
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null) {
      const ended = new Promise((resolve) => this.child.once('exit', resolve));
      this.child.kill('SIGTERM');
      await ended;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async answers(): Promise<void> {
    let said = '';
    this.child.stderr?.on('data', (part: Buffer) => (said += part.toString()));
    for (let attempt = 0; attempt < 200; attempt += 1) {
      if (this.child.exitCode !== null) break;
      const answer = await fetch(this.origin, { redirect: 'manual' }).catch(() => undefined);
      if (answer !== undefined) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const { log } = this;
    await this.stop();
    throw new Error(`Apache does not start: ${said}${log}`);
  }
}

/** The environment that a page of {@link Apache} listed. */
export function environmentOf({ body }: { readonly body: string }): Readonly<Record<string, string>> {
  const lines = body.split('\n').filter((line) => line.includes('='));
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
}

function frame(folder: string, port: number, modules: readonly string[]): string {
  const load = [...USUAL, ...modules].map((name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`);
  return `
ServerName localhost:${port}
Listen 127.0.0.1:${port}
PidFile ${folder}/apache.pid
ErrorLog ${folder}/error.log
DefaultRuntimeDir ${folder}
${load.join('\n')}
<IfModule unixd_module>
  User www-data
  Group www-data
</IfModule>
TypesConfig /etc/mime.types
StartServers 1
ThreadsPerChild 8
MaxRequestWorkers 8
DocumentRoot ${folder}/site
# Node says that a script calls; a browser that goes to a page says this.
RequestHeader set Sec-Fetch-Mode navigate early
DirectoryIndex index.shtml
AddType text/html .shtml
AddOutputFilter INCLUDES .shtml
<Directory ${folder}/site>
  AllowOverride None
  Options +Includes
</Directory>
`;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

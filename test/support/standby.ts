import { appendFileSync, chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../scripts/lib/ports.mjs';
import { startPostgres, type RunningPostgres } from '../../scripts/lib/postgres.mjs';
import { baseBackup, give, withSession } from './point-in-time.js';

const NAME = 'standby';

/**
 * A PostgreSQL and another one that follows it and has every commit before that is acknowledged: streaming replication
 * with a synchronous standby (PostgreSQL manual, 26.2.5 and 26.2.8).
 */
export class StandbyPair {
  private readonly home = mkdtempSync(join(tmpdir(), 'csam-standby-'));
  private readonly running: RunningPostgres[] = [];

  async startPrimary(): Promise<RunningPostgres> {
    // The server runs as another user when this one is root.
    chmodSync(this.home, 0o711);
    const primary = await this.serve('primary');
    // The standby asks for what was written since its copy was made.
    await this.set(primary, 'wal_keep_size', '256MB');
    return primary;
  }

  /** Makes the other one; from now on nothing is acknowledged that it does not have. */
  async startStandby(primary: RunningPostgres): Promise<RunningPostgres> {
    const folder = join(this.home, NAME);
    await baseBackup(primary, folder, { archived: false });
    give(join(folder, 'standby.signal'), '');
    const { hostname, port, username } = new URL(primary.url('postgres'));
    const conninfo = `host=${hostname} port=${port} user=${username} application_name=${NAME}`;
    appendFileSync(join(folder, 'postgresql.auto.conf'), `primary_conninfo = '${conninfo}'\n`);
    const standby = await this.serve(NAME);
    await this.set(primary, 'synchronous_standby_names', NAME);
    await withSession(primary, async (session) => {
      const followers = "select from pg_stat_replication where state = 'streaming' and sync_state = 'sync'";
      while ((await session.query(followers)).length === 0) await sleep(50);
    });
    return standby;
  }

  /** The machine of a server is lost at once. */
  kill(server: RunningPostgres): void {
    process.kill(server.pid, 'SIGKILL');
  }

  /** Makes it the one that is written to. */
  async promote(standby: RunningPostgres): Promise<void> {
    await withSession(standby, (session) => session.query('select pg_promote()'));
  }

  /** It comes back, and believes that nothing has changed. */
  comeBack(): Promise<RunningPostgres> {
    return this.serve('primary');
  }

  async stop(): Promise<void> {
    await Promise.all(this.running.map((server) => server.stop(true)));
    rmSync(this.home, { recursive: true, force: true });
  }

  private async set(server: RunningPostgres, name: string, value: string): Promise<void> {
    await withSession(server, async (session) => {
      await session.query(`alter system set ${name} = '${value}'`);
      await session.query('select pg_reload_conf()');
    });
  }

  private async serve(name: string): Promise<RunningPostgres> {
    const options = { folder: join(this.home, name), logFile: join(this.home, `${name}.log`) };
    const server = await startPostgres({ ...options, port: await freePort() });
    this.running.push(server);
    return server;
  }
}

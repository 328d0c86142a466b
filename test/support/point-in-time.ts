import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Database } from '#libs/database';
import { freePort } from '../../scripts/lib/ports.mjs';
import { startPostgres, type RunningPostgres } from '../../scripts/lib/postgres.mjs';

/**
 * A PostgreSQL that archives its log, a base backup of it, and another one that is restored from both to a moment: what
 * pg_basebackup and `restore_command` do, by the functions of the server itself (PostgreSQL manual, 25.3.4 and 25.3.5).
 */
export class PointInTime {
  private readonly home = mkdtempSync(join(tmpdir(), 'csam-restore-'));
  private readonly archive = join(this.home, 'archive');
  private readonly running: RunningPostgres[] = [];

  async start(): Promise<RunningPostgres> {
    // The server runs as another user when this one is root.
    chmodSync(this.home, 0o711);
    mkdirSync(this.archive);
    chmodSync(this.archive, 0o777);
    const unset = await this.serve('lost');
    await withSession(unset, async (session) => {
      await session.query("alter system set archive_mode = 'on'");
      await session.query(
        `alter system set archive_command = 'cp %p ${this.archive}/%f.part && mv ${this.archive}/%f.part ${this.archive}/%f'`,
      );
    });
    await unset.stop();
    return this.serve('lost');
  }

  /** Copies the folder while the server works; the log comes out of the archive. */
  async backUp(server: RunningPostgres): Promise<void> {
    await baseBackup(server, join(this.home, 'restored'), { archived: true });
  }

  /** The machine is lost, with all that was not archived; the backup goes on from there, up to a moment. */
  async restore(server: RunningPostgres, moment: Date): Promise<RunningPostgres> {
    await withSession(server, async (session) => {
      const [last] = await session.query<{ name: string }>('select pg_walfile_name(pg_switch_wal()) as name');
      while (!existsSync(join(this.archive, last?.name ?? ''))) await sleep(50);
    });
    await server.stop(true);
    const folder = join(this.home, 'restored');
    give(join(folder, 'recovery.signal'), '');
    appendFileSync(
      join(folder, 'postgresql.auto.conf'),
      [
        "archive_mode = 'off'",
        `restore_command = 'cp ${this.archive}/%f %p'`,
        `recovery_target_time = '${moment.toISOString().replace('T', ' ').replace('Z', '+00')}'`,
        "recovery_target_action = 'promote'",
        '',
      ].join('\n'),
    );
    const restored = await this.serve('restored');
    // It answers questions while it still reads the log; then it is a server like any other.
    await withSession(restored, async (session) => {
      while ((await session.query('select from pg_proc where pg_is_in_recovery() limit 1')).length > 0)
        await sleep(50);
    });
    return restored;
  }

  async stop(): Promise<void> {
    await Promise.all(this.running.map((server) => server.stop(true)));
    rmSync(this.home, { recursive: true, force: true });
  }

  private async serve(name: string): Promise<RunningPostgres> {
    const options = { folder: join(this.home, name), logFile: join(this.home, `${name}.log`) };
    const server = await startPostgres({ ...options, port: await freePort() });
    this.running.push(server);
    return server;
  }
}

/** Copies the folder of a server that works, without its log: the copy gets that from elsewhere. */
export async function baseBackup(
  server: RunningPostgres,
  copy: string,
  { archived }: { readonly archived: boolean },
): Promise<void> {
  await withSession(server, async (session) => {
    await session.query("select pg_backup_start('base', true)");
    // Files of passing work vanish under its hands, which is no matter: the log says what happened.
    spawnSync('cp', ['-a', server.folder, copy]);
    const [stop] = await session.query<{ labelfile: string }>('select labelfile from pg_backup_stop($1)', [
      archived,
    ]);
    give(join(copy, 'backup_label'), stop?.labelfile ?? '');
  });
  for (const name of ['postmaster.pid', 'postmaster.opts']) rmSync(join(copy, name), { force: true });
  for (const name of readdirSync(join(copy, 'pg_wal')))
    rmSync(join(copy, 'pg_wal', name), { recursive: true, force: true });
}

/** Writes a file that the server, who may be another user, takes over. */
export function give(file: string, content: string): void {
  writeFileSync(file, content);
  chmodSync(file, 0o666);
}

export async function withSession<T>(
  server: RunningPostgres,
  work: (session: Database) => Promise<T>,
): Promise<T> {
  // One connection: a backup belongs to the session that began it.
  const session = await Database.open({ url: server.url('postgres'), maxConnections: 1 });
  try {
    return await work(session);
  } finally {
    await session.close();
  }
}

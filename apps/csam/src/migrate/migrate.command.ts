import { Command, CommandRunner } from 'nest-commander';
import { migrateDatabase } from '#libs/database';
import { prepareQueueStore } from '#libs/queue';
import { Workbench } from '../workbench.js';
import { findMigrations } from './migrations.js';

@Command({
  name: 'migrate',
  description: 'Brings the database and the store of the queues to the newest version',
})
export class MigrateCommand extends CommandRunner {
  constructor(private readonly workbench: Workbench) {
    super();
  }

  async run(): Promise<void> {
    const { config } = this.workbench;
    const ran = await migrateDatabase(config.database.url, await findMigrations());
    await prepareQueueStore(config.queue.url);
    process.stdout.write(
      ran.length === 0
        ? 'The database is up to date.\n'
        : `Done: ${ran.map((name) => name.replace(/\d+$/, '')).join(', ')}\n`,
    );
  }
}

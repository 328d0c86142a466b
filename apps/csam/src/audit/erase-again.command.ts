import { userInfo } from 'node:os';
import { CommandRunner, Option, SubCommand } from 'nest-commander';
import { newReference } from '#libs/http';
import type { FedId } from '#libs/kernel';
import { ErasureStore } from '#libs/people';
import { CommandProblem } from '../command-problem.js';
import { Workbench } from '../workbench.js';
import { checkpointKeys, readCheckpoints } from './audit-keys.js';
import { ErasuresRepeated } from './erasures-repeated.audit.js';

const PAGE = 10_000;

@SubCommand({
  name: 'erase-again',
  description: 'After a backup was restored: erases again those who had been erased since it was made',
})
export class EraseAgainCommand extends CommandRunner {
  constructor(private readonly workbench: Workbench) {
    super();
  }

  @Option({
    flags: '--checkpoints <file>',
    description: 'File of checkpoints, of before the restore; that of the configuration by default',
  })
  parseCheckpoints(value: string): string {
    return value;
  }

  @Option({
    flags: '--keys <file>',
    description: 'Public keys of checkpoints (JWK set); those of the database by default',
  })
  parseKeys(value: string): string {
    return value;
  }

  async run(_passed: string[], options: { checkpoints?: string; keys?: string }): Promise<void> {
    const file = options.checkpoints ?? this.workbench.config.operations.checkpointFile;
    if (file === undefined) throw new CommandProblem('Name the file of checkpoints: --checkpoints <file>');
    const keys = await checkpointKeys(this.workbench, options.keys);
    const checkpoints = readCheckpoints(this.workbench.read(file), keys);
    const marks = new Set(checkpoints.flatMap(({ erased = [] }) => erased));
    const back = await this.cameBack(marks);
    for (const fedId of back) await this.erase(fedId);
    const data = { persons: back.length };
    const actor = `csam:${userInfo().username}`;
    await (await this.workbench.audit()).record(ErasuresRepeated, { reference: newReference(), actor, data });
    process.stdout.write(`Erased since, by the checkpoints: ${marks.size}; erased again: ${back.length}\n`);
  }

  /** People who are there although a checkpoint says that they were erased. */
  private async cameBack(marks: ReadonlySet<string>): Promise<FedId[]> {
    const [store, keys] = [
      new ErasureStore(await this.workbench.database()),
      await this.workbench.recordKeys(),
    ];
    const back: FedId[] = [];
    let page: readonly FedId[] = [];
    do {
      page = await store.notErased(page.at(-1) ?? '', PAGE);
      back.push(...page.filter((fedId) => marks.has(keys.markOf(fedId))));
    } while (page.length === PAGE);
    return back;
  }

  private async erase(person: FedId): Promise<void> {
    const [database, keys] = [await this.workbench.database(), await this.workbench.recordKeys()];
    await database.transaction(async (tx) => {
      // Whoever went up in another person went with them.
      for (const fedId of await new ErasureStore(tx).erase(person)) await keys.erase(tx, fedId);
    });
  }
}

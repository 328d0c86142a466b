import { userInfo } from 'node:os';
import { SubCommand } from 'nest-commander';
import { newReference } from '#libs/http';
import type { FedId } from '#libs/kernel';
import { ErasureStore } from '#libs/people';
import { CheckpointsCommand, type CheckpointsOptions } from './checkpoints.command.js';
import { ErasuresRepeated } from './erasures-repeated.audit.js';

const PAGE = 10_000;

@SubCommand({
  name: 'erase-again',
  description: 'After a backup was restored: erases again those who had been erased since it was made',
})
export class EraseAgainCommand extends CheckpointsCommand {
  async run(_passed: string[], options: CheckpointsOptions): Promise<void> {
    const checkpoints = await this.checkpoints(options);
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

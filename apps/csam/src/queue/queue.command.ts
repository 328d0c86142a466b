import { Command, CommandRunner, Option, SubCommand } from 'nest-commander';
import { seconds } from '#libs/kernel';
import { QueueNames } from '#libs/operations';
import { JOB_STATES, QueueClient, type JobCounts } from '#libs/queue';
import { CommandProblem } from '../command-problem.js';
import { Workbench } from '../workbench.js';
import { findQueues } from './queues.js';

const PATIENCE = seconds(5);

@SubCommand({ name: 'status', description: 'Counts the jobs of each queue by state; numbers only' })
export class QueueStatusCommand extends CommandRunner {
  constructor(private readonly workbench: Workbench) {
    super();
  }

  @Option({ flags: '--json', description: 'As JSON' })
  parseJson(): boolean {
    return true;
  }

  async run(_passed: string[], { json }: { json?: boolean }): Promise<void> {
    const counts = await this.counts(await this.names());
    const text = json ? JSON.stringify(Object.fromEntries(counts), null, 2) : counts.map(line).join('\n');
    process.stdout.write(`${text}\n`);
  }

  /** As workers noted them, each place with queues of its own; before the first worker, as they are in the code. */
  private async names(): Promise<readonly string[]> {
    const noted = await new QueueNames(await this.workbench.database()).all();
    return noted.length > 0 ? noted : findQueues();
  }

  private async counts(queues: readonly string[]): Promise<[string, JobCounts][]> {
    let heard = 'no answer';
    const client = new QueueClient({
      url: this.workbench.config.queue.url,
      onError: ({ message }) => (heard = message),
    });
    try {
      return await inTime(
        Promise.all(
          queues.map(async (queue): Promise<[string, JobCounts]> => [queue, await client.counts(queue)]),
        ),
        () => new Error(heard),
      );
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'unknown reason';
      throw new CommandProblem(
        `The store of the queues cannot be reached (${reason}). Is it running, is QUEUE_URL right?`,
      );
    } finally {
      await client.close().catch(() => undefined);
    }
  }
}

/** Redis is asked again and again until it answers; a person is not that patient. */
async function inTime<T>(work: Promise<T>, late: () => Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(late()), PATIENCE);
  });
  try {
    return await Promise.race([work, patience]);
  } finally {
    clearTimeout(timer);
  }
}

const line = ([queue, counts]: [string, JobCounts]) =>
  [queue.padEnd(16), ...JOB_STATES.map((state) => `${state} ${counts[state]}`)].join('  ');

@Command({ name: 'queue', description: 'Background work', subCommands: [QueueStatusCommand] })
export class QueueCommand extends CommandRunner {
  async run(): Promise<void> {
    this.command.help();
  }
}

import { Injectable } from '@nestjs/common';
import { CommandRunner, Option } from 'nest-commander';
import type { Checkpoint } from '#libs/audit';
import { CommandProblem } from '../command-problem.js';
import { Workbench } from '../workbench.js';
import { checkpointKeys, readCheckpoints } from './audit-keys.js';

export interface CheckpointsOptions {
  readonly checkpoints?: string;
  readonly keys?: string;
}

/** A command that holds something against the checkpoints, which are kept apart from the database. */
@Injectable()
export abstract class CheckpointsCommand extends CommandRunner {
  constructor(protected readonly workbench: Workbench) {
    super();
  }

  @Option({
    flags: '--checkpoints <file>',
    description: 'File of checkpoints; that of the configuration by default. After a restore: that of before',
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

  /** @throws CommandProblem when there is no file, or one of its lines is not good */
  protected async checkpoints(options: CheckpointsOptions): Promise<readonly Checkpoint[]> {
    const file = options.checkpoints ?? this.workbench.config.operations.checkpointFile;
    if (file === undefined) throw new CommandProblem('Name the file of checkpoints: --checkpoints <file>');
    const keys = await checkpointKeys(this.workbench, options.keys);
    return readCheckpoints(this.workbench.read(file), keys);
  }
}

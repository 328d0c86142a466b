import { Module, type OnApplicationShutdown, type Type } from '@nestjs/common';
import type { CommandRunner } from 'nest-commander';
import { Workbench } from './workbench.js';

/** The application of the command line, with these commands. */
export function csamModule(commands: readonly Type<CommandRunner>[]): Type {
  @Module({ providers: [Workbench, ...commands] })
  class CsamModule implements OnApplicationShutdown {
    constructor(private readonly workbench: Workbench) {}

    onApplicationShutdown(): Promise<void> {
      return this.workbench.close();
    }
  }
  return CsamModule;
}

import { Module, type OnApplicationShutdown } from '@nestjs/common';
import {
  AddApplicationCommand,
  ApplicationCommand,
  ListApplicationsCommand,
} from './application/application.command.js';
import { DemoCommand, DemoLoadCommand, DemoLoginsCommand } from './demo/demo.command.js';
import { MigrateCommand } from './migrate/migrate.command.js';
import { PersonCommand, ShowPersonCommand } from './person/person.command.js';
import {
  ListSigningKeysCommand,
  RotateSigningKeyCommand,
  SigningKeyCommand,
} from './signing-key/signing-key.command.js';
import { Workbench } from './workbench.js';

@Module({
  providers: [
    Workbench,
    MigrateCommand,
    ApplicationCommand,
    AddApplicationCommand,
    ListApplicationsCommand,
    PersonCommand,
    ShowPersonCommand,
    SigningKeyCommand,
    ListSigningKeysCommand,
    RotateSigningKeyCommand,
    DemoCommand,
    DemoLoadCommand,
    DemoLoginsCommand,
  ],
})
export class CsamModule implements OnApplicationShutdown {
  constructor(private readonly workbench: Workbench) {}

  onApplicationShutdown(): Promise<void> {
    return this.workbench.close();
  }
}

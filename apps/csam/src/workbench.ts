import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { AuditReader, AuditWriter, RecordKeys } from '#libs/audit';
import { loadConfig, type Config } from '#libs/config';
import { Database } from '#libs/database';
import { BlindIndex, FieldCipher, masterKeyFromFile, type MasterKey } from '#libs/security';
import { CommandProblem } from './command-problem.js';

/** What commands work with, made when a command first asks for it: `--help` needs no database. */
@Injectable()
export class Workbench {
  private opened: Promise<Database> | undefined;
  private keys: RecordKeys | undefined;
  private loaded: Config | undefined;

  get config(): Config {
    return (this.loaded ??= loadConfig());
  }

  database(): Promise<Database> {
    return (this.opened ??= this.open());
  }

  get masterKey(): MasterKey {
    try {
      return masterKeyFromFile(this.config.masterKeyFile);
    } catch (error) {
      throw new CommandProblem(error instanceof Error ? error.message : String(error));
    }
  }

  get cipher(): FieldCipher {
    return new FieldCipher(this.masterKey);
  }

  get index(): BlindIndex {
    return new BlindIndex(this.masterKey);
  }

  async recordKeys(): Promise<RecordKeys> {
    return (this.keys ??= RecordKeys.under(this.masterKey, await this.database()));
  }

  async audit(): Promise<AuditWriter> {
    return new AuditWriter({ database: await this.database(), keys: await this.recordKeys() });
  }

  async auditReader(): Promise<AuditReader> {
    return new AuditReader(await this.database(), await this.recordKeys());
  }

  /** @throws CommandProblem when the file cannot be read */
  read(file: string): string {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      throw new CommandProblem(`The file ${file} cannot be read.`);
    }
  }

  async close(): Promise<void> {
    await (await this.opened)?.close();
  }

  private async open(): Promise<Database> {
    // What is wrong with the configuration is not the database's.
    const { url } = this.config.database;
    try {
      return await Database.open({
        url,
        applicationName: 'csam',
        maxConnections: 4,
        statementTimeout: 120_000,
      });
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'unknown reason';
      throw new CommandProblem(
        `The database cannot be reached (${reason}). Is it running, is DATABASE_URL right?`,
      );
    }
  }
}

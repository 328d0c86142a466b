import type { MigrationInterface, QueryRunner } from 'typeorm';

export interface MigrationStatements {
  readonly up: readonly string[];
  readonly down: readonly string[];
}

export type MigrationClass = new () => MigrationInterface;

/**
 * A migration from SQL statements.
 *
 * @param name what it changes, in PascalCase
 * @param timestamp milliseconds since 1970: the order in which migrations of all modules run
 */
export function migration(
  name: string,
  timestamp: number,
  { up, down }: MigrationStatements,
): MigrationClass {
  return class implements MigrationInterface {
    readonly name = `${name}${String(timestamp).padStart(13, '0')}`;

    async up(runner: QueryRunner): Promise<void> {
      for (const statement of up) await runner.query(statement);
    }

    async down(runner: QueryRunner): Promise<void> {
      for (const statement of down) await runner.query(statement);
    }
  };
}

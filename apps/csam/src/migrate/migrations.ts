import type { MigrationClass } from '#libs/database';
import { exportsOf } from '../modules-by-name.js';

/** The migrations of every module (`<module>.migrations`). Their timestamps give the order. */
export async function findMigrations(): Promise<MigrationClass[]> {
  return (await exportsOf(/\.migrations\.[jt]s$/)).filter(isMigrationList).flat();
}

const isMigrationList = (value: unknown): value is MigrationClass[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'function');

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { MigrationClass } from '#libs/database';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

/**
 * The migrations of every module, found by their file name (`<module>.migrations`): a module brings its own tables,
 * and no app has to import another for them. Their timestamps give the order.
 */
export async function findMigrations(root = ROOT): Promise<MigrationClass[]> {
  const files = ['libs', 'apps'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.migrations\.[jt]s$/.test(file))
      .map((file) => join(root, folder, file)),
  );
  const modules = await Promise.all(
    files.map(async (file) => (await import(pathToFileURL(file).href)) as Record<string, unknown>),
  );
  return modules.flatMap((module) => Object.values(module).filter(isMigrationList)).flat();
}

const isMigrationList = (value: unknown): value is MigrationClass[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'function');

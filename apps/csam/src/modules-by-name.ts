import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * What the modules of libs and apps export whose file name matches. A module brings a thing of a kind (tables, jobs)
 * by having a file with the name of that kind, and no app has to import another for it.
 */
export async function exportsOf(fileName: RegExp, root = ROOT): Promise<unknown[]> {
  const files = ['libs', 'apps'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => fileName.test(file))
      .map((file) => join(root, folder, file)),
  );
  const modules = await Promise.all(
    files.map(async (file) => (await import(pathToFileURL(file).href)) as Record<string, unknown>),
  );
  return modules.flatMap((module) => Object.values(module));
}

import { open } from 'node:fs/promises';

/** Adds a line and waits until the disk has it. */
export async function addLine(file: string, line: string): Promise<void> {
  const handle = await open(file, 'a', 0o640);
  try {
    await handle.appendFile(`${line}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

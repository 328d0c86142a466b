import { statfsSync } from 'node:fs';
import { freemem } from 'node:os';

const MEMORY = '/dev/shm';

/**
 * Where files live in memory, with room for so many bytes: making and removing many of them costs a file system on
 * disk more than what is written in them.
 *
 * @param {number} bytes
 * @returns {string | undefined} undefined where there is no such place or too little memory
 */
export function memoryFolder(bytes) {
  const free = process.availableMemory?.() ?? freemem();
  return free >= bytes && roomIn(MEMORY) >= bytes ? MEMORY : undefined;
}

function roomIn(folder) {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return 0;
  }
}

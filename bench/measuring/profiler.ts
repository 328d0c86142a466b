import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';

// Loaded by the apps with --import when profiles are wanted: the first SIGUSR2 begins one, the next writes it.
const folder = process.env.CSAM_BENCH_PROFILES ?? '.';
const session = new Session();
let count = 0;
let under = false;

process.on('SIGUSR2', () => void turn());

async function turn(): Promise<void> {
  if (under) {
    under = false;
    const { profile } = await session.post('Profiler.stop');
    session.disconnect();
    count += 1;
    writeFileSync(join(folder, `${process.pid}-${count}.cpuprofile`), JSON.stringify(profile));
    return;
  }
  under = true;
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
}

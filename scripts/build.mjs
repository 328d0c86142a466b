import { build } from './lib/build.mjs';
import { run } from './lib/plain-error.mjs';
import { step } from './lib/progress.mjs';

await run(() => step('Building', build));

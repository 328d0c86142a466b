import { createRequire } from 'node:module';

// Loaded by the measured FAS alone, with --import and before its own code: as long as it is switched off, the check of
// a password costs nothing and every password is right. The first signal switches it off, the next one on.
// By `require`, since what a module was once imported with can no longer be exchanged.
const argon2 = createRequire(import.meta.url)('@node-rs/argon2') as { verify: Verify };
const { verify } = argon2;
let off = false;

type Verify = (...of: readonly unknown[]) => Promise<boolean>;

argon2.verify = (...of) => (off ? Promise.resolve(true) : verify(...of));

process.on('SIGPWR', () => (off = !off));

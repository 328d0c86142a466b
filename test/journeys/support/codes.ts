import { setTimeout as sleep } from 'node:timers/promises';
import { totpCode } from '#libs/testing';
import type { SandboxPerson } from '../../support/people.js';

const STEP = 30_000;
const lastUsed = new Map<string, number>();

const codeOf = ({ id, totpSecret }: SandboxPerson, step: number): string => {
  if (totpSecret === undefined) throw new Error(`${id} has no authenticator app`);
  return totpCode(totpSecret, new Date(step * STEP));
};

/**
 * A code from the person's app that was not used before. The step before and the one after the present one count too,
 * so that several sign-ins in half a minute need no waiting.
 */
export async function freshCode(person: SandboxPerson): Promise<string> {
  for (;;) {
    const now = Date.now() / STEP;
    const step = Math.floor(now);
    const almostOver = now - step > 0.8;
    const earliest = Math.max(almostOver ? step : step - 1, (lastUsed.get(person.id) ?? 0) + 1);
    if (earliest <= step + 1) {
      lastUsed.set(person.id, earliest);
      return codeOf(person, earliest);
    }
    await sleep(500);
  }
}

/** A code that was right an hour ago. */
export const oldCode = (person: SandboxPerson): string => codeOf(person, Math.floor(Date.now() / STEP) - 120);

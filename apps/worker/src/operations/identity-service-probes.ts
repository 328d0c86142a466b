import type { Config } from '#libs/config';
import type { Clock } from '#libs/kernel';
import { componentOf, isRecognisedOn } from '#libs/operations';
import { ProbeFailed, type Probe } from './probe.js';

type Row = Config['identityServices'][number];

/**
 * Tries each recognised identity service where it tells that it works: the discovery document of OpenID Connect, or the
 * address of state that a SAML service gave. Those that share a component are tried together; one that fails is named.
 */
export function identityServiceProbes(rows: readonly Row[], clock: Clock): readonly Probe[] {
  const watched = rows.filter((row) => row.status === 'recognised' && addressOf(row) !== undefined);
  return [...new Set(watched.map(componentOf))].map((component) => ({
    component,
    run: async (signal) => {
      const own = watched.filter((row) => componentOf(row) === component);
      const now = clock.now();
      const found = await Promise.all(
        own.filter((row) => isRecognisedOn(row, now)).map((row) => problemOf(row, signal)),
      );
      const problems = found.filter((problem) => problem !== undefined);
      if (problems.length > 0) throw new ProbeFailed(problems.join(' '));
    },
  }));
}

/** A SAML service without an address of state counts as working until it is suspended, here as at FAS. */
function addressOf({ protocol, issuer, statusAddress }: Row): string | undefined {
  if (protocol === 'saml') return statusAddress;
  return issuer === undefined ? undefined : `${issuer}/.well-known/openid-configuration`;
}

async function problemOf(row: Row, signal: AbortSignal): Promise<string | undefined> {
  try {
    const response = await fetch(addressOf(row) ?? '', { signal, redirect: 'error' });
    await response.body?.cancel();
    return response.ok ? undefined : `${row.key}:status-${response.status}`;
  } catch {
    return `${row.key}:no-answer`;
  }
}

import type { Client } from 'oidc-provider';
import type { BlindIndex } from '#libs/security';

/** The `sub` by which a client knows a person. */
export type SubjectRule = (client: Client, fedId: string) => string;

/**
 * Pairwise subjects (OpenID Connect Core 8.1): a keyed hash of sector and person, so that two agencies cannot
 * tell from `sub` that they serve the same person. Stable over key rotation, restarts and changes of name.
 */
export function subjectRule(index: BlindIndex): SubjectRule {
  return (client, fedId) =>
    client.subjectType === 'pairwise'
      ? pairwiseSubject(index, String(client.sectorIdentifier ?? client.clientId), fedId)
      : index.of(fedId, 'oidc-public-subject').slice(0, 40);
}

export const pairwiseSubject = (index: BlindIndex, sector: string, fedId: string): string =>
  index.of(`${sector}\n${fedId}`, 'oidc-pairwise-subject').slice(0, 43);

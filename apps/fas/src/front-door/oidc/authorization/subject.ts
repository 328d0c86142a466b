import { sectorOf } from '#libs/agencies';
import type { BlindIndex } from '#libs/security';
import type { RelyingParties } from '../../../relying-parties/relying-parties.js';

/** The `sub` by which a client knows a person. */
export type SubjectRule = (client: { readonly clientId: string }, fedId: string) => string;

/**
 * Pairwise subjects (OpenID Connect Core 8.1): a keyed hash of agency, sector and person. A sector is within an
 * agency, so that two agencies cannot tell from `sub` that they serve the same person, whatever sector they name or
 * host they share. Stable over key rotation, restarts and changes of name. A public
 * subject is a hash too: the FedID itself is an attribute, which not every client may have.
 */
export function subjectRule(index: BlindIndex, parties: RelyingParties): SubjectRule {
  return ({ clientId }, fedId) => {
    const application = parties.byClient(clientId);
    if (application?.oidc === undefined) throw new Error(`the client ${clientId} is gone`);
    const { agency, oidc } = application;
    return oidc.subjectType === 'public'
      ? index.of(fedId, 'oidc-public-subject').slice(0, 40)
      : index.of([agency, sectorOf(oidc), fedId].join('\n'), 'oidc-pairwise-subject').slice(0, 43);
  };
}

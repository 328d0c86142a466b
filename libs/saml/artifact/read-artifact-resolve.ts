import type { Element } from '@xmldom/xmldom';
import { issuerOf } from '../authn-request/read-authn-request.js';
import { isMessageId } from '../message-id.js';
import { refused, type Refused } from '../outcome.js';
import { NAMESPACE } from '../saml-names.js';
import { attributeOf, childrenNamed, isNamed, trimmedTextOf } from '../xml/read-element.js';
import { instantOf } from '../xml/read-value.js';

/** An `<ArtifactResolve>` (Core 3.5.1) as it was sent; nothing in it has been judged. */
export interface ArtifactResolve {
  readonly id: string;
  readonly version: string;
  readonly issueInstant: Date;
  readonly issuer: string;
  readonly destination?: string;
  readonly artifact: string;
}

export type ArtifactResolveRefusal = 'not-an-artifact-resolve' | 'malformed-value';

/** The artifact that a message names, also when the rest of it cannot be read: so that it can be burnt. */
export function artifactIn(root: Element): string | undefined {
  const [artifact, ...others] = childrenNamed(root, NAMESPACE.protocol, 'Artifact');
  return artifact && others.length === 0 ? trimmedTextOf(artifact) : undefined;
}

export function readArtifactResolve(
  root: Element,
): { readonly kind: 'read'; readonly request: ArtifactResolve } | Refused<ArtifactResolveRefusal> {
  if (!isNamed(root, NAMESPACE.protocol, 'ArtifactResolve')) return refused('not-an-artifact-resolve');
  const request = readRequired(root);
  if (request === undefined) return refused('malformed-value');
  const destination = attributeOf(root, 'Destination');
  return { kind: 'read', request: destination === undefined ? request : { ...request, destination } };
}

function readRequired(root: Element): ArtifactResolve | undefined {
  const id = attributeOf(root, 'ID') ?? '';
  const version = attributeOf(root, 'Version');
  const issueInstant = instantOf(attributeOf(root, 'IssueInstant'));
  const issuer = issuerOf(root);
  const artifact = artifactIn(root);
  const isWhole = isMessageId(id) && version && issueInstant && issuer && artifact;
  return isWhole ? { id, version, issueInstant, issuer, artifact } : undefined;
}

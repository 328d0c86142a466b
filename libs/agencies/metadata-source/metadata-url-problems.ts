import { addressProblem } from '../address-problem.js';
import type { SamlPart } from '../application-file.js';
import { readSigner } from './signer.js';

/** What may not stand in a file about the address of metadata and who signs it. */
export function metadataUrlProblems({ metadataUrl, metadataSigner }: SamlPart): string[] {
  if (metadataUrl === undefined)
    return metadataSigner === undefined ? [] : ['saml.metadataSigner: has no meaning without metadataUrl'];
  const signer = readSigner(metadataSigner ?? '');
  return [
    ...addressProblem('saml.metadataUrl', metadataUrl),
    ...(signer.kind === 'refused' ? [`saml.metadataSigner: ${signer.reason}`] : []),
  ];
}

import { fetchMetadata, type FetchLimits, type FetchRefusal } from '#libs/agencies';
import { optionalProblem, type SettingsMessage, type SettingsRules } from '../dossier/settings-form.js';
import { acceptMessage, judgeMetadata, type JudgedMetadata, type MetadataMessage } from './judge-metadata.js';

const MESSAGES: Record<FetchRefusal, MetadataMessage> = {
  unreachable: 'unreachable',
  redirect: 'notADocument',
  status: 'notADocument',
  encoded: 'notADocument',
  'not-text': 'notADocument',
};

/** Why the worker did not take over what it fetched, as the page says it. */
export const refreshMessage = (failure: string): MetadataMessage =>
  Object.hasOwn(MESSAGES, failure) ? MESSAGES[failure as FetchRefusal] : acceptMessage(failure);

export type ReadMetadata =
  JudgedMetadata | { readonly kind: 'wrong'; readonly field: string; readonly message: SettingsMessage };

/** Reads metadata from the address that an agency gives, as the worker will again and again. */
export class MetadataReading {
  constructor(private readonly limits: FetchLimits) {}

  async fromAddress(url: string, signer: string, rules: SettingsRules): Promise<ReadMetadata> {
    const message = url === '' ? 'missing' : optionalProblem(url, rules);
    if (message !== undefined) return { kind: 'wrong', field: 'metadataUrl', message };
    const fetched = await fetchMetadata(url, this.limits);
    if (fetched.kind === 'refused')
      return { kind: 'wrong', field: 'metadataUrl', message: MESSAGES[fetched.reason] };
    return judgeMetadata({ document: fetched.text, signer, url }, rules.moment);
  }
}

import { fetchMetadata, type FetchLimits, type FetchRefusal, type MetadataMoment } from '#libs/agencies';
import { judgeMetadata, type JudgedMetadata, type MetadataMessage } from './judge-metadata.js';

const MESSAGES: Record<FetchRefusal, MetadataMessage> = {
  unreachable: 'unreachable',
  redirect: 'notADocument',
  status: 'notADocument',
  encoded: 'notADocument',
  'not-text': 'notADocument',
};

/** Reads metadata from the address that an agency gives, as the worker will again and again. */
export class MetadataReading {
  constructor(private readonly limits: FetchLimits) {}

  async fromAddress(url: string, signer: string, moment: MetadataMoment): Promise<JudgedMetadata> {
    const fetched = await fetchMetadata(url, this.limits);
    if (fetched.kind === 'refused')
      return { kind: 'wrong', field: 'metadataUrl', message: MESSAGES[fetched.reason] };
    return judgeMetadata({ document: fetched.text, signer, url }, moment);
  }
}

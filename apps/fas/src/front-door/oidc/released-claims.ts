import { oidcClaimsOf } from '#libs/attributes';
import type { AnswerStore } from './store/answer.store.js';

/** Whether an application may have an attribute at this moment. */
export type ReleasableNow = (applicationId: string, attribute: string) => boolean;

export interface ReleaseServices {
  readonly answers: AnswerStore;
  readonly releasableNow: ReleasableNow;
}

/**
 * Values that were released to the client with the answer that the token hangs on, less those that it may not have any
 * more: what an agency loses is gone from the next call on.
 */
export async function releasedClaims(
  { answers, releasableNow }: ReleaseServices,
  token: { grantId?: string } | undefined,
): Promise<Record<string, unknown>> {
  const answer = token?.grantId === undefined ? undefined : await answers.find(token.grantId);
  if (answer === undefined) return {};
  return oidcClaimsOf(answer.attributes.filter(({ name }) => releasableNow(answer.applicationId, name)));
}

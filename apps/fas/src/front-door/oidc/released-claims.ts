import { oidcClaimsOf } from '#libs/attributes';
import type { Answer } from './store/answer.js';
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
  services: ReleaseServices,
  token: { grantId?: string } | undefined,
): Promise<Record<string, unknown>> {
  const answer = token?.grantId === undefined ? undefined : await services.answers.find(token.grantId);
  return answer === undefined ? {} : stillReleased(services, answer);
}

/** Of what was answered to an application, what it may have at this moment. */
export const stillReleased = (
  { releasableNow }: Pick<ReleaseServices, 'releasableNow'>,
  { applicationId, attributes }: Pick<Answer, 'applicationId' | 'attributes'>,
): Record<string, unknown> =>
  oidcClaimsOf(attributes.filter(({ name }) => releasableNow(applicationId, name)));

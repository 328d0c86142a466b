import { AppError } from '#libs/http';
import type { Refusal } from './admission.js';
import { NOT_PUBLISHED, QUESTION_MALFORMED, TOKEN_USED } from './publication.errors.js';

/** A refusal as the caller is told it (RFC 9457); the reason in detail stays in our record. */
export function refusalError({ reason, problem }: Refusal): AppError {
  if (reason === 'question-malformed') return new AppError(QUESTION_MALFORMED, { members: { problem } });
  return new AppError(reason === 'token-used' ? TOKEN_USED : NOT_PUBLISHED, { detail: reason });
}

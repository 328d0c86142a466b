import { HttpException } from '@nestjs/common';
import { AppError } from './app-error.js';
import type { ErrorDefinition } from './define-error.js';
import {
  BAD_REQUEST,
  FORBIDDEN,
  HEADERS_TOO_LARGE,
  INTERNAL,
  METHOD_NOT_ALLOWED,
  NOT_FOUND,
  REQUEST_TIMEOUT,
  TOO_LARGE,
  TOO_MANY,
  UNAUTHENTICATED,
  UNAVAILABLE,
  UNSUPPORTED_TYPE,
} from './http-errors.js';

const BY_STATUS: ReadonlyMap<number, ErrorDefinition> = new Map(
  [
    UNAUTHENTICATED,
    FORBIDDEN,
    NOT_FOUND,
    METHOD_NOT_ALLOWED,
    REQUEST_TIMEOUT,
    TOO_LARGE,
    UNSUPPORTED_TYPE,
    TOO_MANY,
    HEADERS_TOO_LARGE,
    UNAVAILABLE,
  ].map((definition) => [definition.status, definition]),
);

/**
 * Every error in the form in which it may leave us. What nobody defined becomes "something went wrong", or
 * "unavailable" when it only says that something we need does not answer.
 */
export function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const cause = { cause: error, detail: error instanceof Error ? error.message : undefined };
  if (isUnavailable(error)) return unavailable(cause);
  const status = statusOf(error);
  if (status === undefined || status >= 500) {
    return status === 503 ? unavailable(cause) : new AppError(INTERNAL, { cause: error });
  }
  return new AppError(BY_STATUS.get(status) ?? BAD_REQUEST, cause);
}

/** 503 with a moment to come back that differs from one to the next, so that they do not all return at once. */
export function unavailable(options: { cause?: unknown; detail?: string } = {}): AppError {
  const seconds = 2 + Math.floor(Math.random() * 9);
  return new AppError(UNAVAILABLE, { ...options, headers: { 'retry-after': String(seconds) } });
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return undefined;
  return typeof error.statusCode === 'number' ? error.statusCode : undefined;
}

// SQLSTATE classes 08 (connection), 57P (shutting down) and 53 (resources), 25006 (read only), 55P03 (lock held by
// another), 57014 (took too long), and Node's network errors.
const NO_ANSWER =
  /^(08...|57P0[1-5]|57014|53...|25006|55P03|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN)$/;
const NO_CONNECTION =
  /timeout exceeded when trying to connect|timeout expired|Connection terminated|Query read timeout|is not queryable/;

/** Something that we need does not answer or has no room: coming back later helps. */
function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('unavailable' in error && error.unavailable === true) return true;
  const code = 'code' in error ? String(error.code) : '';
  return NO_ANSWER.test(code) || NO_CONNECTION.test(error.message);
}

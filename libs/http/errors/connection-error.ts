import { DEFAULT_LANGUAGE } from '#libs/kernel';
import type { Socket } from 'node:net';
import { STATUS_CODES } from 'node:http';
import type { Logger } from '../log/logger.js';
import { newReference } from '../request/reference.js';
import { DATA_POLICY } from '../request/security-headers.js';
import { AppError } from './app-error.js';
import { errorProblem } from './error-answer.js';
import { BAD_REQUEST, HEADERS_TOO_LARGE, REQUEST_TIMEOUT } from './http-errors.js';

interface ConnectionError extends Error {
  readonly code?: string;
}

/**
 * Answers what is not even HTTP: the request never came to be, so there is no language and no page, only
 * the status, a short text and a reference.
 */
export function answerConnectionError(logger: Logger) {
  return (error: ConnectionError, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
      socket.destroy();
      return;
    }
    const reference = newReference();
    const definition = definitionOf(error.code);
    logger.debug({ reference, error: definition.code, reason: error.code }, 'refused');
    const { status, body, contentType } = errorProblem(new AppError(definition), DEFAULT_LANGUAGE, reference);
    const head = [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      `Content-Type: ${contentType}`,
      `Content-Length: ${Buffer.byteLength(body)}`,
      `X-Request-Reference: ${reference}`,
      `Content-Security-Policy: ${DATA_POLICY}`,
      'X-Content-Type-Options: nosniff',
      'Cache-Control: no-store',
      'Connection: close',
    ];
    socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
  };
}

function definitionOf(code: string | undefined) {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return HEADERS_TOO_LARGE;
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return REQUEST_TIMEOUT;
    default:
      return BAD_REQUEST;
  }
}

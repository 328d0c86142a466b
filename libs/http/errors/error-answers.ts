import type { InterfaceKind } from '#libs/metrics';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ServerResponse } from 'node:http';
import type { Logger } from '../log/logger.js';
import { frameFor, type FrameSettings } from '../page-frame.js';
import { interfaceOf } from '../request/measured-route.js';
import type { RequestContext } from '../request/request-context.js';
import { DATA_POLICY, pagePolicy } from '../request/security-headers.js';
import { AppError, RedirectAnswer } from './app-error.js';
import { asAppError } from './as-app-error.js';
import { errorPage, errorProblem, prefersProblem, type ErrorAnswer } from './error-answer.js';
import { METHOD_NOT_ALLOWED } from './http-errors.js';

export type ErrorListener = (error: AppError, request: FastifyRequest) => void | Promise<void>;

export interface ErrorAnswersOptions {
  readonly logger: Logger;
  readonly interface: InterfaceKind;
  /** Without a frame every error is answered as JSON. */
  readonly frame?: FrameSettings;
  /** Methods that another route has for the path of a request without a route. */
  readonly allowedMethods: (path: string) => readonly string[];
  /** Hears of every error before it is answered, for the audit record. */
  readonly onError?: ErrorListener;
}

/** Turns every error into an answer: a page for people, JSON for programs, and nothing that tells of our inside. */
export class ErrorAnswers {
  constructor(private readonly options: ErrorAnswersOptions) {}

  async answer(error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    if (reply.sent || reply.raw.headersSent) {
      this.abandon(error, request, reply.raw);
      return;
    }
    if (error instanceof RedirectAnswer) {
      await reply.redirect(error.location, 303);
      return;
    }
    const { status, contentType, headers, body } = await this.prepare(error, request);
    await reply.code(status).headers(headers).type(contentType).send(body);
  }

  /** The same for a handler that has taken the answer out of the framework's hands. */
  async answerRaw(error: unknown, request: FastifyRequest, response: ServerResponse): Promise<void> {
    if (response.headersSent) {
      this.abandon(error, request, response);
      return;
    }
    const { status, contentType, headers, body } = await this.prepare(error, request);
    const policy = contentType.startsWith('text/html') ? pagePolicy(request.context) : DATA_POLICY;
    const own = {
      'content-type': contentType,
      'content-security-policy': policy,
      'cache-control': 'no-store',
    };
    const all = { ...headers, ...own };
    response.writeHead(status, all).end(body);
  }

  private async prepare(thrown: unknown, request: FastifyRequest): Promise<ErrorAnswer> {
    const error = this.asMethodProblem(asAppError(thrown), request);
    const { context } = request;
    context.errorCode = error.definition.code;
    this.log(error, context);
    await this.tell(error, request);
    return this.render(error, request);
  }

  private render(error: AppError, request: FastifyRequest): ErrorAnswer {
    const { language, reference } = request.context;
    const { frame } = this.options;
    if (frame === undefined || this.wantsProblem(request)) return errorProblem(error, language, reference);
    try {
      return errorPage(
        error,
        frameFor(frame, request, () => ''),
        reference,
      );
    } catch (cause) {
      this.options.logger.error({ err: cause, reference }, 'the error page could not be made');
      return errorProblem(error, language, reference);
    }
  }

  private wantsProblem(request: FastifyRequest): boolean {
    const { accept } = request.headers;
    // A browser that went astray on an app for programs still gets a page.
    const astray = request.is404 && (accept ?? '').includes('text/html');
    if (interfaceOf(request, this.options.interface) === 'application') return !astray;
    return prefersProblem(accept);
  }

  private asMethodProblem(error: AppError, request: FastifyRequest): AppError {
    if (!request.is404 || error.definition.status !== 404) return error;
    const methods = this.options.allowedMethods(request.url);
    if (methods.length === 0) return error;
    return new AppError(METHOD_NOT_ALLOWED, { headers: { allow: methods.join(', ') } });
  }

  private log(error: AppError, { reference }: RequestContext): void {
    const { code, status } = error.definition;
    if (status < 500) {
      this.options.logger.debug({ reference, error: code, reason: error.message }, 'refused');
      return;
    }
    this.options.logger.error({ reference, error: code, err: error.cause ?? error }, 'failed');
  }

  private async tell(error: AppError, request: FastifyRequest): Promise<void> {
    try {
      await this.options.onError?.(error, request);
    } catch (cause) {
      this.options.logger.error(
        { reference: request.context.reference, err: cause },
        'an error could not be recorded',
      );
    }
  }

  /** Half an answer is out already: cut it off, so that nobody takes it for a whole one. */
  private abandon(error: unknown, request: FastifyRequest, response: ServerResponse): void {
    this.options.logger.error(
      { reference: request.context.reference, err: error },
      'failed after the answer began',
    );
    if (!response.writableEnded) response.destroy();
  }
}

import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorAnswers } from './error-answers.js';

/** Last stop of everything that is thrown on the way of a request, in our code or in the server's. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  constructor(private readonly answers: ErrorAnswers) {}

  catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    return this.answers.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}

import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { renderPage } from '#libs/ui';

/** A request of the registration pages and its answer. */
export interface Visit {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

export async function sendPage({ reply }: Visit, status: number, page: VNode): Promise<void> {
  await reply.status(status).type('text/html; charset=utf-8').send(renderPage(page));
}

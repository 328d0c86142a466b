import type { FastifyReply } from 'fastify';

/** A page as the answer of a handler. */
export function page(reply: FastifyReply, html: string): string {
  void reply.type('text/html; charset=utf-8');
  return html;
}

/** Sends the browser on; the framework sends what the handler returns, so nothing is sent here. */
export function seeOther(reply: FastifyReply, location: string): string {
  void reply.status(303).header('location', location);
  return '';
}

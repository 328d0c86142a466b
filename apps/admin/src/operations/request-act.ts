import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError, httpErrors, pageFrame } from '#libs/http';
import type { Act } from '#libs/operations';
import { staffView } from '../frame/staff-view.js';
import { staffOf } from '../staff/staff-member.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Who does it, and under which reference it is recorded. */
export const actOf = (request: FastifyRequest): Act => ({
  by: staffOf(request).fedId,
  reference: request.context.reference,
});

/** What every page for operators is given. */
export const shown = (request: FastifyRequest) => ({
  frame: pageFrame(request),
  staff: staffView(request),
});

/** An identifier out of an address. @throws AppError NOT_FOUND when it has another form */
export function known(id: string): string {
  if (UUID.test(id)) return id;
  throw new AppError(httpErrors.NOT_FOUND);
}

/** A page that says why what was asked did not happen: 422 for what was typed, 409 for what is not so any more. */
export async function refuse(reply: FastifyReply, status: 409 | 422, page: string): Promise<void> {
  await reply.code(status).type('text/html; charset=utf-8').send(page);
}

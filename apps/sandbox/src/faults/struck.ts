import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FaultBoard } from './fault-board.js';
import type { FaultMode, FaultTarget } from './fault.js';

/** Modes that change what is answered; the others keep the answer from being given at all. */
export type AnswerMode = Extract<FaultMode, 'ok' | 'error' | 'wrong-schema' | 'wrong-person'>;

/**
 * Does to a request what the switch of its target says: waits, drops the connection, or answers garbage.
 *
 * @returns how to answer; undefined when that was taken out of the caller's hands
 */
export async function struck(
  faults: FaultBoard,
  target: FaultTarget,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
): Promise<AnswerMode | undefined> {
  const fault = faults.strike(target);
  if ((await faults.wait(fault)) === 'drop' || fault.mode === 'reset') {
    reply.hijack();
    request.raw.socket.destroy();
    return undefined;
  }
  if (fault.mode === 'garbage') {
    await reply.send('<soapenv:Envelope xmlns:soapenv="\u0000\u0001 {"garbage": ');
    return undefined;
  }
  const { mode } = fault;
  return mode === 'error' || mode === 'wrong-schema' || mode === 'wrong-person' ? mode : 'ok';
}

import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FaultBoard } from './fault-board.js';
import type { FaultMode, FaultTarget } from './fault.js';

/** Modes that change what is answered; the others keep the answer from being given at all. */
export type AnswerMode = Extract<FaultMode, 'ok' | 'error' | 'wrong-schema' | 'wrong-person'>;

/** Answers who only asks whether a service works; its switch counts here too. */
export async function tellHealth(
  faults: FaultBoard,
  target: FaultTarget,
  exchange: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  answer: string,
): Promise<void> {
  const mode = await struck(faults, target, exchange);
  if (mode === undefined) return;
  await exchange.reply.status(mode === 'error' ? 503 : 200).send(answer);
}

/** A description of a SOAP service without its operations, which is all that is asked of one that should only answer. */
export const WSDL = '<definitions xmlns="http://schemas.xmlsoap.org/wsdl/"/>';

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

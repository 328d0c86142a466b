import type { FastifyRequest } from 'fastify';
import type { AuditWriter } from '#libs/audit';
import { AppError } from '#libs/http';
import type { ServiceProvider } from '../service-provider.js';
import { AppSessionEnded, SamlLogoutRefused } from '../service-provider.audit.js';
import { LOGOUT_NOT_TAKEN } from '../service-provider.errors.js';
import type { AppSessions } from '../session/app-sessions.js';

export interface LogoutDeskOptions {
  /** Which app: sma or admin. */
  readonly app: string;
  readonly provider: ServiceProvider;
  readonly sessions: AppSessions;
  readonly audit: AuditWriter;
}

/** Ends the sessions of an app when FAS says that its own ended; gives the envelope of the answer. */
export async function endByFas(request: FastifyRequest, the: LogoutDeskOptions): Promise<string> {
  const { app, provider, sessions, audit } = the;
  const { reference, address } = request.context;
  const received = await provider.receiveLogout(typeof request.body === 'string' ? request.body : '');
  if (received.kind === 'refused') {
    const { reason } = received;
    await audit.record(SamlLogoutRefused, { reference, address, data: { app, reason } });
    throw new AppError(LOGOUT_NOT_TAKEN, { detail: reason });
  }
  const ended = await Promise.all(received.sessionIndexes.map((index) => sessions.endBySessionIndex(index)));
  await Promise.all(
    ended.flat().map((subject) => audit.record(AppSessionEnded, { subject, reference, data: { app } })),
  );
  return received.answer();
}

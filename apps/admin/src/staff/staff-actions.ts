import type { FastifyRequest } from 'fastify';
import type { AuditData, AuditEvent, AuditFields, AuditWriter } from '#libs/audit';
import type { EnterpriseNumber, FedId } from '#libs/kernel';
import { staffOf } from './staff-member.js';

export interface StaffAction<F extends AuditFields> {
  /** The person whom the action is about. */
  readonly subject?: FedId;
  readonly agency?: EnterpriseNumber;
  readonly application?: string;
  readonly data: AuditData<F>;
}

/**
 * Records what a member of staff does, and waits for it: actor, reference and network come from the request. An
 * action that was asked why has a field `reason` in its event.
 */
export function recordStaffAction<const F extends AuditFields>(
  audit: AuditWriter,
  request: FastifyRequest,
  event: AuditEvent<F>,
  action: StaffAction<F>,
): Promise<void> {
  const { reference, address } = request.context;
  return audit.record(event, { ...action, reference, address, actor: staffOf(request).fedId });
}

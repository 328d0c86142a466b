import type { AuditWriter } from '#libs/audit';
import type { IssuedActivations, Trace } from '#libs/digital-keys';
import type { Clock, FedId } from '#libs/kernel';
import { RegistrationLinkMailed, RegistrationWithdrawn } from './registration.audit.js';
import type { Registration, RegistrationsStore } from './registrations.store.js';

export const AFTERWARDS = ['resend', 'withdraw'] as const;
export type Afterwards = (typeof AFTERWARDS)[number];

export const isAfterwards = (text: string): text is Afterwards =>
  AFTERWARDS.some((action) => action === text);

export interface RegistrationDeskParts {
  readonly registrations: RegistrationsStore;
  readonly activations: IssuedActivations;
  readonly audit: Pick<AuditWriter, 'record'>;
  readonly clock: Clock;
}

/** What an officer can do with a registration that waits for its person. */
export class RegistrationDesk {
  constructor(private readonly the: RegistrationDeskParts) {}

  find(id: string): Promise<Registration | undefined> {
    return this.the.registrations.find(id, this.the.clock.now());
  }

  /** False: it is over already. */
  async do(
    action: Afterwards,
    { id, office, fedId, activationId }: Registration,
    { by, reason, ...trace }: Trace & { readonly by: FedId; readonly reason: string },
  ): Promise<boolean> {
    if (activationId === undefined) return false;
    const { activations, audit } = this.the;
    const done = await (action === 'resend'
      ? activations.resend(activationId)
      : activations.withdraw(activationId));
    if (!done) return false;
    const event = action === 'resend' ? RegistrationLinkMailed : RegistrationWithdrawn;
    await audit.record(event, {
      ...trace,
      actor: by,
      subject: fedId,
      data: { office, registration: id, reason },
    });
    return true;
  }
}

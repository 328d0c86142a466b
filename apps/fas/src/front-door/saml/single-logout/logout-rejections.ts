import type { AuditWriter } from '#libs/audit';
import { AppError } from '#libs/http';
import type { SamlMessage } from '#libs/saml';
import { LogoutRejected } from '#libs/single-logout';
import type { Exchange } from '../../../journey/front-door.js';
import { traceOf } from '../../../single-logout/front-channel.js';
import type { PageRejection } from '../authn-request/rejection.js';
import type { ServiceProvider } from '../service-providers.js';

/** How a message comes by the browser. */
export type BrowserBinding = SamlMessage['binding'];

export interface RejectedMessage {
  readonly party?: ServiceProvider;
  readonly binding: BrowserBinding | 'soap';
  readonly exchange: Exchange;
}

/** Turns logout messages away: one record, and words for the person or the service. */
export class LogoutRejections {
  constructor(private readonly audit: AuditWriter) {}

  /** @throws AppError always */
  async reject({ rule, reason, error }: PageRejection, of: RejectedMessage): Promise<never> {
    const application = of.party?.application;
    await this.audit.record(LogoutRejected, {
      ...traceOf(of.exchange),
      ...(application && { application: application.id, agency: application.agency.number }),
      data: { rule, binding: of.binding, message: 'saml', ...(reason !== undefined && { reason }) },
    });
    throw new AppError(error, { detail: `${rule}: ${reason ?? ''}` });
  }
}

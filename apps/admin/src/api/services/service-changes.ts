import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError, httpErrors } from '#libs/http';
import type { Dossier } from '../../applications/dossier/dossier.js';
import type { ServiceAction } from '../../applications/service-actions.js';
import type { EditOutcome } from '../../applications/service-editing.js';
import type { Asker, ServicesService, StepOutcome } from '../../applications/services.service.js';
import type { ServiceStops } from '../../applications/service-stops.js';
import { takeStep } from '../../applications/take-step.js';
import { ServiceDrafted } from '../../onboarding/onboarding.audit.js';
import { API_NOT_NOW, API_OTHER_VERSION } from '../access/api.errors.js';
import type { ApiDesk } from '../access/api-desk.js';
import { versionOf } from '../access/version.js';
import { askerOf, reasonFrom } from './service-input.js';
import { serviceView } from './service-view.js';
import type { ChangeShape } from './service.shapes.js';

export interface Changing {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly dossier: Dossier;
}

type Refused = Extract<
  StepOutcome | EditOutcome,
  { kind: 'not-now' | 'missing' | 'cannot' | 'waiting' | 'stale' }
>;

/** What programs are answered when they change a service. */
export class ServiceChanges {
  constructor(
    private readonly services: ServicesService,
    private readonly stops: ServiceStops,
    private readonly desk: ApiDesk,
  ) {}

  take(id: string, step: ServiceAction, asker: Asker): Promise<StepOutcome> {
    return takeStep({ services: this.services, stops: this.stops }, id, step, asker);
  }

  /** A service in use is changed with a reason; a draft without. */
  asker(request: FastifyRequest, reason: string | undefined, needsReason: boolean): Asker {
    return askerOf(request, needsReason ? reasonFrom(reason ?? '', this.desk.clock.now()) : '');
  }

  /** @throws 409 when the state of the service does not allow it */
  demandState(possible: boolean): void {
    if (!possible) throw notNow({ kind: 'not-now' });
  }

  /** What is asked of a second person is in the record as a request already. */
  async answer(changing: Changing, outcome: EditOutcome, part: string): Promise<ChangeShape> {
    const { request, reply, dossier } = changing;
    if (outcome.kind !== 'saved' && outcome.kind !== 'requested') throw notNow(outcome);
    if (outcome.kind === 'saved') {
      await this.desk.record(request, ServiceDrafted, { data: { service: dossier.id, part } });
    }
    const service = await this.seen(reply, dossier.id);
    reply.status(outcome.kind === 'saved' ? 200 : 202);
    return { outcome: outcome.kind, ...(outcome.kind === 'requested' && { request: outcome.id }), service };
  }

  /** The service as it is now, with its version. */
  async seen(reply: FastifyReply, id: string) {
    const dossier = await this.services.store.find(id);
    if (dossier === undefined) throw new AppError(httpErrors.NOT_FOUND);
    const service = serviceView(dossier);
    reply.header('etag', versionOf(service)).header('cache-control', 'no-store');
    return service;
  }
}

/** Why nothing was changed, in words of the document. */
export function notNow(outcome: Refused): AppError {
  if (outcome.kind === 'stale') return new AppError(API_OTHER_VERSION);
  const more = outcome.kind === 'missing' ? { missing: outcome.items } : {};
  const why = outcome.kind === 'cannot' ? { problem: outcome.problem } : {};
  return new AppError(API_NOT_NOW, { members: { reason: outcome.kind, ...more, ...why } });
}

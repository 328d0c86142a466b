import type { FastifyRequest } from 'fastify';
import { AppError, httpErrors } from '#libs/http';
import type { Right } from '#libs/staff';
import type { StaffDesk } from '../staff/staff-desk.js';
import type { Dossier } from './dossier/dossier.js';
import type { DossierStore } from './dossier/dossier.store.js';

export interface ServiceDeskParts {
  readonly dossiers: Pick<DossierStore, 'find'>;
  readonly staffDesk: StaffDesk;
}

/** Opens a service for whoever holds a right for its agency. */
export class ServiceDesk {
  constructor(private readonly the: ServiceDeskParts) {}

  /** @throws when there is none, or the right is not held for its agency (recorded) */
  async dossier(request: FastifyRequest, id: string, right: Right): Promise<Dossier> {
    const dossier = await this.the.dossiers.find(id);
    if (dossier === undefined) throw new AppError(httpErrors.NOT_FOUND);
    await this.the.staffDesk.demand(request, right, { kind: 'agency', agency: dossier.agency });
    return dossier;
  }
}

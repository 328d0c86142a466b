import type { FastifyRequest } from 'fastify';
import { AppError, httpErrors } from '#libs/http';
import { reaches, type Right } from '#libs/staff';
import type { StaffDesk } from '../staff/staff-desk.js';
import { staffOf } from '../staff/staff-member.js';
import type { Dossier } from './dossier/dossier.js';
import type { DossierStore } from './dossier/dossier.store.js';
import { connectable } from './service-editing.js';

export interface ServiceDeskParts {
  readonly dossiers: Pick<DossierStore, 'find'>;
  readonly staffDesk: StaffDesk;
  /** Address of the page with invented people for INT, where there is one. */
  readonly testPeople?: string | undefined;
}

/** Opens a service for whoever holds a right for its agency. */
export class ServiceDesk {
  constructor(private readonly the: ServiceDeskParts) {}

  get testPeople(): string | undefined {
    return this.the.testPeople;
  }

  /**
   * The connection in one environment, for whoever may change it now.
   *
   * @throws when there is none, or the right is not held for its agency (recorded)
   */
  async connection(request: FastifyRequest, id: string, name: string) {
    const dossier = await this.dossier(request, id, 'application.maintain');
    const reach = staffOf(request).reach('application.manage');
    const manages = reaches(reach, { kind: 'agency', agency: dossier.agency });
    const environment = connectable(dossier, manages).find((one) => one === name);
    if (environment === undefined) throw new AppError(httpErrors.NOT_FOUND);
    return { dossier, environment };
  }

  /** @throws when there is none, or the right is not held for its agency (recorded) */
  async dossier(request: FastifyRequest, id: string, right: Right): Promise<Dossier> {
    const dossier = await this.the.dossiers.find(id);
    if (dossier === undefined) throw new AppError(httpErrors.NOT_FOUND);
    await this.the.staffDesk.demand(request, right, { kind: 'agency', agency: dossier.agency });
    return dossier;
  }
}

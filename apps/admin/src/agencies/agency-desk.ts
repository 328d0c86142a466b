import type { FastifyRequest } from 'fastify';
import type { RegisteredAgency } from '#libs/agencies';
import { AppError, httpErrors } from '#libs/http';
import { parseEnterpriseNumber } from '#libs/kernel';
import type { Right } from '#libs/staff';
import type { StaffDesk } from '../staff/staff-desk.js';
import type { AgenciesService } from './agencies.service.js';

export interface AgencyDeskParts {
  readonly agencies: Pick<AgenciesService, 'find'>;
  readonly staffDesk: StaffDesk;
}

/** Opens an agency for whoever holds a right for it. */
export class AgencyDesk {
  constructor(private readonly the: AgencyDeskParts) {}

  /** @throws when there is none, or the right is not held for it (recorded) */
  async agency(request: FastifyRequest, text: string, right: Right): Promise<RegisteredAgency> {
    const parsed = parseEnterpriseNumber(text);
    if (parsed.kind === 'invalid') throw new AppError(httpErrors.NOT_FOUND);
    await this.the.staffDesk.demand(request, right, { kind: 'agency', agency: parsed.number });
    const agency = await this.the.agencies.find(parsed.number);
    if (agency === undefined) throw new AppError(httpErrors.NOT_FOUND);
    return agency;
  }
}

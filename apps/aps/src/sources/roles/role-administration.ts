import type { PersonNumber } from '#libs/kernel';
import type { MandateDirectory, MandatesFound } from '../mandates/mandate.js';
import { readMandates, type MandateFormat } from '../mandates/read-mandates.js';
import type { BusClient } from '../rest/bus-client.js';
import type { ConsultationGround } from '../source.js';

const ROLES: MandateFormat = {
  list: 'roles',
  read: ({ name, application }) =>
    typeof name === 'string' && name !== ''
      ? { kind: 'role', name, source: 'RMA', ...(typeof application === 'string' && { application }) }
      : undefined,
};

/** Roles that access managers of enterprises gave to people, from the role administration (RMA). */
export class RoleAdministration implements MandateDirectory {
  constructor(private readonly bus: BusClient) {}

  async find(person: PersonNumber, ground: ConsultationGround, signal: AbortSignal): Promise<MandatesFound> {
    return readMandates(await this.bus.ask(person, ground, signal), person, ROLES);
  }
}

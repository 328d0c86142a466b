import type { PersonNumber } from '#libs/kernel';
import type { MandateDirectory, MandatesFound } from '../mandates/mandate.js';
import { readMandates, type MandateFormat } from '../mandates/read-mandates.js';
import type { BusClient } from '../rest/bus-client.js';
import type { ConsultationGround } from '../source.js';

const FUNCTIONS: MandateFormat = {
  list: 'functions',
  read: ({ description }) =>
    typeof description === 'string' && description !== ''
      ? { kind: 'function', name: description, source: 'KBO' }
      : undefined,
};

/** Functions of people in enterprises, from the KBO; its open data does not hold them, so they are asked each time. */
export class EnterpriseFunctions implements MandateDirectory {
  constructor(private readonly bus: BusClient) {}

  async find(person: PersonNumber, ground: ConsultationGround, signal: AbortSignal): Promise<MandatesFound> {
    return readMandates(await this.bus.ask(person, ground, signal), person, FUNCTIONS);
  }
}

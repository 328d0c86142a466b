import { expect } from 'vitest';
import { specPerson, type SpecAdmin } from '../test-support/spec-admin.js';

/** The agency that joins. */
export const NUMBER = '0999900150';
export const FOREIGN = '0999900249';
/** The form, as long as no data of the KBO was read. */
export const JOIN = '/join?number=0999900348';
export const manager = specPerson('a');
export const approver = specPerson('b');

/** What its form takes. */
export const agency = {
  number: '0999.900.150',
  'name-nl': 'Dienst Voorbeeld',
  'name-fr': 'Service Exemple',
  'name-de': 'Dienst Beispiel',
  'name-en': 'Example Agency',
  audience: 'local',
  task: 'Permits for people who build',
  eligible: 'on',
  signatory: 'on',
};

/** What the form of its authorisation takes. */
export const basis = {
  kind: 'RR_21_2015',
  reference: 'RR 21/2015',
  validFrom: '2026-01-01',
  noDocument: 'It is on its way by post',
  'attributes.egovNRN': 'on',
};

/** The second person says yes to whatever waits. */
export async function approveAll({ services: { approvals } }: SpecAdmin): Promise<void> {
  for (const { id } of await approvals.list({ states: ['open'] })) {
    const decider = { by: approver, reason: 'Checked', trace: { reference: 'spec', address: '192.0.2.1' } };
    expect(await approvals.decide(id, 'approve', decider)).toMatchObject({ kind: 'done' });
  }
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonNumber } from '#libs/kernel';
import { replyOf } from '../sources/bis-register/test-support/ksz-answers.js';
import { INVENTED_NUMBER } from '../sources/national-register/test-support/recorded-answers.js';
import { sealed } from '../sources/national-register/test-support/register.js';
import { asking, NOW, publicationWorld, type PublicationWorld } from './test-support/publication-world.js';

/** Worked example of the check digits; nobody's. */
const BIS = '98472899765';

let world: PublicationWorld;
beforeAll(async () => {
  world = await publicationWorld();
});
afterAll(() => world.close());

const replaced = () =>
  world.bisDoes((request) => ({
    text: sealed(replyOf(request, { ssin: INVENTED_NUMBER, replaces: BIS }), {
      by: world.register,
      created: NOW,
    }),
  }));

describe('a BIS number that became a national number (PR-10)', () => {
  it('is taken up when the KSZ says so: same person and FedID, the new number, and the old one as history', async () => {
    replaced();
    const person = await world.person({ number: BIS });
    const application = await world.application();
    const outcome = await world.service.publish(
      world.caller(person, application),
      asking('egovNRN', 'fedid', 'surname'),
      'REF-PR10',
    );
    if (outcome.kind !== 'published') throw new Error(outcome.reason);
    expect(outcome.answer.attributes).toMatchObject([
      { name: 'egovNRN', status: 'given', value: INVENTED_NUMBER },
      { name: 'fedid', status: 'given', value: person },
      { name: 'surname', status: 'given', source: 'national-register' },
    ]);
    expect(await world.people.findIdentifiers(person)).toEqual([
      { register: 'national', number: INVENTED_NUMBER, current: true },
      { register: 'bis', number: BIS, current: false },
    ]);
    expect((await world.people.findByNumber(BIS as PersonNumber))?.fedId).toBe(person);
    const records = await world.audit.byReference('REF-PR10');
    expect(records.map(({ name }) => name)).toContain('PersonNumberReplaced');
    expect(JSON.stringify(records)).not.toContain(INVENTED_NUMBER);
  });

  it('is left as it is when the new number is that of somebody else here', async () => {
    replaced();
    const other = await world.person();
    const { fedId } = await world.people.create({ enrolment: 'lra', language: 'nl' });
    await world.people.addNumber(fedId, { register: 'bis', number: BIS as PersonNumber });
    const outcome = await world.service.publish(
      world.caller(fedId, await world.application()),
      asking('surname', 'egovNRN'),
      'REF-CONFLICT',
    );
    if (outcome.kind !== 'published') throw new Error(outcome.reason);
    expect(outcome.answer.attributes).toMatchObject([
      { name: 'surname', status: 'unavailable', reason: 'number-replaced' },
      { name: 'egovNRN', status: 'given', value: BIS },
    ]);
    expect((await world.people.findByNumber(INVENTED_NUMBER as PersonNumber))?.fedId).toBe(other);
    expect((await world.audit.byReference('REF-CONFLICT')).map(({ name }) => name)).toContain(
      'PersonNumberConflict',
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { FedId } from '#libs/kernel';
import { Typed } from '../frame/form/typed.js';
import { readConfirmed, readPresented, registrationProblem } from './registration-rules.js';

const TODAY = new Date('2026-03-02T09:00:00Z');
const DOCUMENT = {
  number: '74.02.10-996.78',
  documentType: 'passport',
  country: 'fr',
  documentNumber: '12ab34567',
  expiry: '2030-01-31',
};
const presented = (fields: Record<string, string> = {}) =>
  readPresented(Typed.of({ ...DOCUMENT, ...fields }), TODAY);
const CONFIRMED = {
  namesCompared: 'on',
  faceCompared: 'on',
  mail: 'olga@people.example',
  mailAgain: 'Olga@people.example',
  language: 'de',
};
const confirmed = (fields: Record<string, string> = {}, hasKeys = false) =>
  readConfirmed(Typed.of({ ...CONFIRMED, ...fields }), { hasKeys });
const fieldsOf = (outcome: ReturnType<typeof presented> | ReturnType<typeof confirmed>) =>
  outcome.kind === 'invalid' ? outcome.problems.all().map(({ field, message }) => `${field}:${message}`) : [];

describe('KY-12 a registration face to face', () => {
  it('takes a document of any country, with a national or BIS number', () => {
    expect(presented()).toEqual({
      kind: 'valid',
      presented: {
        number: '74021099678',
        register: 'national',
        birthDate: '1974-02-10',
        document: { type: 'passport', country: 'FR', number: '12AB34567', expiry: '2030-01-31' },
      },
    });
  });

  it.each([
    [{ number: '74021099679' }, ['number:numberWrong']],
    [{ documentType: 'library-card' }, ['documentType:typeMissing']],
    [{ country: 'Utopia' }, ['country:countryWrong']],
    [{ country: 'QX' }, ['country:countryWrong']],
    [{ documentNumber: '<b>' }, ['documentNumber:documentNumberWrong']],
    [{ expiry: '2026-02-30' }, ['expiry:expiryWrong']],
    [{ expiry: '2026-03-01' }, ['expiry:expired']],
    [
      { number: '', documentType: '', country: '', documentNumber: '', expiry: '' },
      [
        'number:numberWrong',
        'documentType:typeMissing',
        'country:countryWrong',
        'documentNumber:documentNumberWrong',
        'expiry:expiryWrong',
      ],
    ],
  ])('refuses %j', (fields, problems) => {
    expect(fieldsOf(presented(fields as Record<string, string>))).toEqual(problems);
  });

  it('is valid on the last day of the document', () => {
    expect(presented({ expiry: '2026-03-02' }).kind).toBe('valid');
  });

  it.each([
    [{ namesCompared: '' }, false, ['namesCompared:notCompared']],
    [{ faceCompared: '' }, false, ['faceCompared:faceNotCompared']],
    [{ mailAgain: 'other@people.example' }, false, ['mailAgain:mailDiffers']],
    [{ mail: 'olga', mailAgain: 'olga' }, false, ['mail:mailWrong']],
    [{ language: 'it' }, false, ['language:languageMissing']],
    [{}, true, ['replaceLost:lostMissing']],
    [{ replaceLost: 'on' }, true, []],
  ])('is confirmed whole: %j', (fields, hasKeys, problems) => {
    expect(fieldsOf(confirmed(fields as Record<string, string>, hasKeys))).toEqual(problems);
  });
});

describe('KY-12 an officer', () => {
  const [officer, olga, other] = ['a', 'b', 'c'].map((digit) => digit.repeat(40)) as [FedId, FedId, FedId];
  const situation = {
    officer,
    person: { fedId: olga, state: 'active' },
    mailOwner: undefined,
    mailUsedFor: [],
  };

  it('registers another person', () => {
    expect(registrationProblem(situation)).toBeUndefined();
    expect(registrationProblem({ ...situation, mailOwner: olga, mailUsedFor: [olga] })).toBeUndefined();
  });

  it.each([
    ['never themselves', { person: { fedId: officer, state: 'active' } }, 'officer-self'],
    ['never with an address of their own', { mailOwner: officer }, 'mail-of-another'],
    ['never twice with the same address for two people', { mailUsedFor: [other] }, 'mail-of-another'],
    ['nobody who is blocked', { person: { fedId: olga, state: 'blocked' } }, 'person-blocked'],
    ['nobody who died', { person: { fedId: olga, state: 'deceased' } }, 'person-blocked'],
  ])('%s', (_what, change, problem) => {
    expect(registrationProblem({ ...situation, ...change })).toBe(problem);
  });
});

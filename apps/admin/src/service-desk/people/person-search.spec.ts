import { describe, expect, it } from 'vitest';
import { Typed } from '../../frame/form/typed.js';
import { readSearch } from './person-search.js';

const TODAY = new Date('2026-03-02T09:00:00Z');
const read = (fields: Record<string, string>) =>
  readSearch(Typed.of({ reason: 'Called about a lost phone', ...fields }), TODAY);
const problemsOf = (fields: Record<string, string>) => {
  const outcome = read(fields);
  return outcome.kind === 'invalid'
    ? outcome.problems.all().map(({ field, message }) => `${field}:${message}`)
    : [];
};

describe('XS-29 looking for a person', () => {
  it.each([
    [
      { by: 'number', value: '74.02.10-996.78' },
      { by: 'number', number: '74021099678' },
    ],
    [
      { by: 'username', value: ' lotte.verzonnen ' },
      { by: 'username', username: 'lotte.verzonnen' },
    ],
    [
      { by: 'mail', value: 'lotte@people.example' },
      { by: 'mail', mail: 'lotte@people.example' },
    ],
    [
      { by: 'name', value: 'Agenda', birthDate: '1974-02-10' },
      { by: 'name', surname: 'Agenda', birthDate: '1974-02-10' },
    ],
  ])('takes %j', (fields, search) => {
    expect(read(fields)).toMatchObject({ kind: 'valid', search, reason: 'Called about a lost phone' });
  });

  it('takes nothing without a reason, and no reason that names somebody by number', () => {
    const whom = { by: 'username', value: 'lotte' };
    expect(problemsOf({ ...whom, reason: '' })).toEqual(['reason:reasonMissing']);
    expect(problemsOf({ ...whom, reason: 'Is 74021099678 there?' })).toEqual(['reason:reasonIdentity']);
  });

  it.each([
    [{ value: 'x' }, ['by:byMissing']],
    [{ by: 'everybody', value: 'x' }, ['by:byMissing']],
    [{ by: 'number', value: '74021099679' }, ['value:numberWrong']],
    [{ by: 'username', value: '' }, ['value:valueMissing']],
    [{ by: 'mail', value: 'lotte' }, ['value:mailWrong']],
    [{ by: 'name', value: '', birthDate: '1974-02-30' }, ['value:valueMissing', 'birthDate:birthDateWrong']],
    [{ by: 'name', value: 'Agenda', birthDate: '2974-02-10' }, ['birthDate:birthDateWrong']],
  ])('refuses %j', (fields, problems) => {
    expect(problemsOf(fields as Record<string, string>)).toEqual(problems);
  });
});

import { describe, expect, it } from 'vitest';
import { Typed } from '../frame/form/typed.js';
import { readAgency } from './agency-form.js';

const whole = {
  number: 'BE 0999.900.150',
  'name-nl': 'Dienst',
  'name-fr': 'Service',
  'name-de': 'Dienst',
  'name-en': 'Agency',
  audience: 'local',
  task: 'Permits',
  eligible: 'on',
};

const problemsOf = (change: Record<string, string>) => {
  const read = readAgency(Typed.of({ ...whole, ...change }));
  return read.kind === 'valid' ? [] : read.problems.all();
};

describe('the registration of an agency', () => {
  it('takes an enterprise number in any usual notation', () => {
    expect(readAgency(Typed.of(whole))).toMatchObject({
      kind: 'valid',
      wish: { number: '0999900150', audience: 'local', signatory: false },
    });
  });

  it.each([
    [{ number: '' }, 'number', 'missing'],
    [{ number: '0999.900.151' }, 'number', 'number'],
    [{ number: "' or 1=1" }, 'number', 'number'],
    [{ 'name-fr': ' ' }, 'name-fr', 'missing'],
    [{ 'name-de': 'x'.repeat(121) }, 'name-de', 'long'],
    [{ audience: 'company' }, 'audience', 'audienceMissing'],
    [{ task: '' }, 'task', 'missing'],
    [{ eligible: 'yes' }, 'eligible', 'notEligible'],
  ])('%j: %s is %s', (change, field, message) => {
    expect(problemsOf(change)).toEqual([{ field, message }]);
  });
});

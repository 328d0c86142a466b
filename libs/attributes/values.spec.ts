import { describe, expect, it } from 'vitest';
import { askedNames, attributeLabel, isAttributeName, oidcClaimsOf, samlValuesOf } from './index.js';

const ROLES = JSON.stringify([
  { name: 'Manager', enterpriseNumber: '0999900150', source: 'KBO' },
  { name: 'Boekhouder', enterpriseNumber: '0999900150', source: 'RMA' },
]);
const GIVEN = [
  { name: 'surname', value: 'Lierre' },
  { name: 'over18', value: 'true' },
  { name: 'over21', value: 'false' },
  { name: 'residentOf:21004', value: 'true' },
  { name: 'residentOf:44021', value: 'false' },
  { name: 'roles', value: ROLES },
];

describe('values of attributes', () => {
  it('are claims: yes and no as booleans, roles as objects, parameters as those that hold', () => {
    expect(oidcClaimsOf(GIVEN)).toEqual({
      surname: 'Lierre',
      over18: true,
      over21: false,
      residentOf: ['21004'],
      roles: JSON.parse(ROLES),
    });
  });

  it('are texts in SAML, one for each role', () => {
    expect(samlValuesOf(GIVEN)).toEqual([
      { name: 'surname', values: ['Lierre'] },
      { name: 'over18', values: ['true'] },
      { name: 'over21', values: ['false'] },
      { name: 'residentOf', values: ['21004'] },
      {
        name: 'roles',
        values: [
          '{"name":"Manager","enterpriseNumber":"0999900150","source":"KBO"}',
          '{"name":"Boekhouder","enterpriseNumber":"0999900150","source":"RMA"}',
        ],
      },
    ]);
  });
});

describe('an attribute with a parameter', () => {
  it('is asked with what the dossier names and what the request gives', () => {
    const dossier = ['residentOf:21004', 'representativeOf', 'surname'];
    expect(askedNames(['residentOf', 'surname'], dossier)).toEqual(['residentOf:21004', 'surname']);
    const values = { representativeOf: ['0999900150', 'no number'] };
    expect(askedNames(['representativeOf'], dossier, values)).toEqual(['representativeOf:0999900150']);
  });

  it('stands in a dossier without it only where any will do', () => {
    expect(isAttributeName('residentOf')).toBe(false);
    expect(isAttributeName('residentOf:21004')).toBe(true);
    expect(isAttributeName('residentOf:2100')).toBe(false);
    expect(isAttributeName('representativeOf')).toBe(true);
    expect(isAttributeName('surname:x')).toBe(false);
  });

  it('is named to the person with it', () => {
    expect(attributeLabel('residentOf:21004', 'en')).toBe(
      'Whether you live in the municipality with NIS code 21004',
    );
  });
});

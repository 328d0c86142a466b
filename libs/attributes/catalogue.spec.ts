import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '#libs/kernel';
import { ATTRIBUTES, attributeOfSamlName, attributesOfScopes } from './index.js';

describe('the catalogue of attributes', () => {
  it('spells the names that relying parties of FAS know, for both protocols', () => {
    const spelt = (name: string) => {
      const attribute = ATTRIBUTES.find((candidate) => candidate.name === name);
      return [attribute?.oidcClaim, attribute?.samlName];
    };
    expect(spelt('egovNRN')).toEqual(['egovNRN', 'egovNRN']);
    expect(spelt('givenName')).toEqual(['givenName', 'givenName']);
    expect(spelt('surname')).toEqual(['surname', 'surname']);
    expect(spelt('mail')).toEqual(['mail', 'mail']);
    expect(spelt('prefLanguage')).toEqual(['prefLanguage', 'PrefLanguage']);
    expect(spelt('fedid')).toEqual(['fedid', 'urn:be:fedict:iam:attr:fedid']);
  });

  it('gives the scopes profile and egovnrn exactly the claims that they have at FAS', () => {
    expect(attributesOfScopes(['openid', 'profile']).toSorted()).toEqual([
      'fedid',
      'givenName',
      'mail',
      'prefLanguage',
      'surname',
    ]);
    expect(attributesOfScopes(['egovnrn'])).toEqual(['egovNRN']);
    expect(attributesOfScopes(['openid', 'roles'])).toEqual(['roles']);
  });

  it('names no attribute, claim or SAML name twice', () => {
    for (const key of ['name', 'oidcClaim', 'samlName'] as const) {
      expect(new Set(ATTRIBUTES.map((attribute) => attribute[key])).size).toBe(ATTRIBUTES.length);
    }
    expect(attributeOfSamlName('PrefLanguage')?.name).toBe('prefLanguage');
  });

  it.each(ATTRIBUTES)(
    'explains $name in every language and says which legal basis can cover it',
    (attribute) => {
      for (const language of LANGUAGES) {
        expect(attribute.label[language].trim()).not.toBe('');
        expect(attribute.meaning[language]).toMatch(/\.$/);
      }
      expect(attribute.legalBases.length).toBeGreaterThan(0);
      expect(attribute.contexts.length).toBeGreaterThan(0);
    },
  );
});

import { describe, expect, it } from 'vitest';
import { needsSecondPerson, sameState, sensitiveOfApplication, touchedAspects } from './sensitive.js';

const application = {
  environment: 'INT',
  state: 'active',
  minimumLevel: 400,
  keys: ['eid', 'totp'],
  contexts: ['citizen'],
  attributes: [
    { name: 'surname', mandatory: true },
    { name: 'mail', mandatory: false },
  ],
} as const;

const touched = (change: object) =>
  touchedAspects(sensitiveOfApplication(application), sensitiveOfApplication({ ...application, ...change }));

describe('XS-29 a second person is needed', () => {
  it.each([
    ['level', { minimumLevel: 300 }],
    ['keys', { keys: ['eid', 'totp', 'sms'] }],
    ['contexts', { contexts: ['citizen', 'enterprise'] }],
    ['attributes', { attributes: [...application.attributes, { name: 'egovNRN', mandatory: true }] }],
    ['production', { environment: 'PROD' }],
  ])('when the %s of an application changes', (aspect, change) => {
    expect(touched(change)).toEqual([aspect]);
    expect(needsSecondPerson(touched(change))).toBe(true);
  });

  it.each([
    ['redirect address', { oidc: { redirectUris: ['https://elsewhere.example/cb'] } }],
    [
      'logout address',
      { oidc: { redirectUris: [], postLogoutRedirectUris: ['https://elsewhere.example/bye'] } },
    ],
    [
      'back-channel address',
      { oidc: { redirectUris: [], backchannelLogoutUri: 'https://elsewhere.example/b' } },
    ],
    ['address of its keys', { oidc: { redirectUris: [], jwksUri: 'https://elsewhere.example/jwks' } }],
    ['SAML metadata', { saml: { entityId: 'https://sp.example', metadata: '<md/>' } }],
  ])('when a %s changes: answers go there', (_what, change) => {
    expect(touched(change)).toEqual(['addresses']);
  });

  it('when a role is given or taken', () => {
    expect(touchedAspects({ roles: [] }, { roles: ['service-desk'] })).toEqual(['roles']);
    expect(touchedAspects({ roles: ['service-desk'] }, {})).toEqual(['roles']);
  });

  it('for all that is new, not for what only closes or only looks different', () => {
    expect(touchedAspects({}, sensitiveOfApplication(application))).toEqual([
      'level',
      'keys',
      'contexts',
      'attributes',
    ]);
    expect(touchedAspects({ production: true }, { production: false })).toEqual([]);
    expect(touched({ keys: ['totp', 'eid'] })).toEqual([]);
    expect(touched({ name: { en: 'Another' } })).toEqual([]);
  });
});

it('two states are the same when they say the same', () => {
  expect(sameState({ a: 1, b: undefined }, { a: 1 })).toBe(true);
  expect(sameState({ a: [1, 2] }, { a: [2, 1] })).toBe(false);
  expect(sameState(undefined, null)).toBe(true);
});

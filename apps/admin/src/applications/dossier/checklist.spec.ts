import { describe, expect, it } from 'vitest';
import { checklist, missingToSubmit, nextStep, type ChecklistFacts } from './checklist.js';
import {
  EMPTY_DETAILS,
  type DossierDetails,
  type DossierState,
  type EnvironmentSettings,
} from './dossier.js';

const whole: DossierDetails = {
  name: { nl: 'Loket', fr: 'Guichet', de: 'Schalter', en: 'Counter' },
  minimumLevel: 400,
  keys: ['eid', 'sms'],
  contexts: ['citizen'],
  attributes: [{ name: 'egovNRN', justification: 'To find the file' }],
  signInsPerYear: 1000,
  signInsAtPeak: 10,
  smsAccepted: true,
  smsPerMonth: 100,
};

const settings: EnvironmentSettings = {
  protocol: 'oidc',
  redirectUris: ['https://counter.agency.example/callback'],
  postLogoutRedirectUris: [],
  tokenEndpointAuthMethod: 'client_secret_basic',
};

const contacts = {
  business: 'a@agency.example',
  technical: 'b@agency.example',
  security: 'c@agency.example',
  billing: 'd@agency.example',
  outage: 'e@agency.example',
};

const facts = (state: DossierState, details = whole, more: Partial<ChecklistFacts> = {}): ChecklistFacts => ({
  dossier: { state, details, environments: { INT: { settings } } },
  contacts,
  agreementSigned: true,
  covered: ['egovNRN'],
  ...more,
});

const missing = (given: ChecklistFacts) => missingToSubmit(checklist(given));

describe('the checklist of a service', () => {
  it('asks everything of an empty draft, and nothing more of a whole one', () => {
    const empty = {
      ...facts('draft', EMPTY_DETAILS),
      contacts: {},
      dossier: { state: 'draft', details: EMPTY_DETAILS, environments: {} },
    } as const;
    expect(missing(empty)).toEqual(['names', 'strength', 'contacts', 'volume', 'int-settings']);
    expect(missing(facts('draft'))).toEqual([]);
    expect(missing(facts('draft', whole, { contacts: { business: 'a@agency.example' } }))).toEqual([
      'contacts',
    ]);
  });

  it.each([
    ['an attribute without a reason', { attributes: [{ name: 'egovNRN', justification: '' }] }, 'attributes'],
    [
      'an attribute that no authorisation covers',
      { attributes: [{ name: 'address', justification: 'x' }] },
      'attributes',
    ],
    ['SMS without accepting the cost', { smsAccepted: false }, 'sms'],
    ['SMS without a cap', { smsPerMonth: undefined }, 'sms'],
  ] as const)('does not let %s through', (_what, change, item) => {
    expect(missing(facts('draft', { ...whole, ...change }))).toEqual([item]);
  });

  it('speaks of the cost of text messages only where there are any', () => {
    const items = (keys: DossierDetails['keys']) =>
      checklist(facts('draft', { ...whole, keys, smsAccepted: false })).map(({ item }) => item);
    expect([items(['eid', 'sms']).includes('sms'), items(['eid']).includes('sms')]).toEqual([true, false]);
  });

  it.each([
    ['draft', 'submitted', 'manager'],
    ['submitted', 'reviewed', 'service-desk'],
    ['int-active', 'self-test', 'manager'],
    ['self-test-passed', 'prod-settings', 'manager'],
  ] as const)('of a service that is %s goes on with %s, by the %s', (state, item, turn) => {
    expect(nextStep(checklist(facts(state)))).toEqual({ item, turn, done: false });
  });

  it('waits for the signatory when the agreement is not signed', () => {
    const next = nextStep(checklist(facts('reviewed', whole, { agreementSigned: false })));
    expect(next).toMatchObject({ item: 'agreement', turn: 'signatory' });
  });

  it('of a suspended service shows how far it was', () => {
    const { dossier, ...rest } = facts('suspended');
    const lines = checklist({ ...rest, dossier: { ...dossier, heldState: 'int-active' } });
    expect(lines.find(({ item }) => item === 'int-active')?.done).toBe(true);
  });
});

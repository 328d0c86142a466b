import { exampleKeysFrame, type PageExample, type PageFrame } from '#libs/ui';
import type { VNode } from 'preact';
import { ErasePage } from './erase.page.js';
import { MyDataPage } from './my-data.page.js';
import { OwnDataDocument, type OwnDataProps } from './own-data-document.page.js';

const at = new Date('2026-03-02T09:15:00Z');

export const consultations: OwnDataProps['consultations'] = [
  {
    at,
    application: 'one',
    agency: '0671516647',
    purpose: 'sign-in',
    ground: 'RR 21/2015',
    given: ['egovNRN', 'givenName'],
    refused: ['surname'],
    service: {
      application: { nl: 'Mijn Vergunningen', fr: 'Mes Permis', de: 'Meine Genehmigungen', en: 'My Permits' },
      agency: { nl: 'Voorbeelddienst', fr: 'Service exemple', de: 'Beispieldienst', en: 'Example Agency' },
    },
  },
];

const noDetails = {
  certificate: undefined,
  cardNumber: undefined,
  device: undefined,
  serviceName: undefined,
};

const everything: Omit<OwnDataProps, 'frame'> = {
  person: {
    fedId: '0'.repeat(40) as OwnDataProps['person']['fedId'],
    enrolment: 'eid',
    language: 'nl',
    numbers: [],
    username: 'lieve.voorbeeld',
    declaredName: undefined,
  },
  contacts: [],
  keys: [
    { ...noDetails, id: 'one', kind: 'totp', state: 'revoked', enrolment: 'eid', createdAt: at },
    {
      ...noDetails,
      id: 'two',
      kind: 'certificate',
      state: 'active',
      enrolment: 'eid',
      createdAt: at,
      lastUsedAt: at,
      expiresAt: new Date('2028-03-02T09:15:00Z'),
      certificate: { holder: 'Lieve Voorbeeld', issuer: 'Example Trust CA' },
    },
  ],
  pendingContacts: [{ kind: 'mail', value: 'lieve@people.example', until: at }],
  sessions: [{ at, lastUsedAt: at, until: at, endedAt: null, keys: ['password', 'totp'] }],
  knownBrowsers: [{ since: at }],
  answers: [{ application: 'one', at, until: at }],
  messages: [{ kind: 'mail', template: 'account-change', at, sentAt: at }],
  activations: [{ mail: 'lieve@people.example', at, until: at, finishedAt: at }],
  recoveries: [{ at, finishedAt: at }],
  registrations: [
    {
      office: 'gent',
      at,
      documentType: 'passport',
      documentCountry: 'PT',
      documentNumber: 'AB123456',
      documentUntil: '2030-01-01',
    },
  ],
  lookUps: [{ at, reason: 'Called about a lost phone' }],
  notes: [{ at, text: 'Will call back tomorrow' }],
  roles: [{ role: 'agency-manager', agency: '0671516647', office: null, at, until: null }],
  formerProfiles: [{ key: 'eid', at }],
  agreements: [{ version: '1.0', acceptedAt: at }],
  decisions: [],
  consultations,
  happenings: [
    {
      id: 'one',
      disownable: true,
      kind: 'key-activated',
      at,
      key: 'totp',
      released: [],
      application: undefined,
      network: '192.0.2.…',
      country: 'BE',
      browser: 'firefox/windows',
      reason: undefined,
      service: undefined,
    },
  ],
};
const decisions = [
  {
    application: 'one',
    name: { nl: 'Mijn Vergunningen', fr: 'Mes Permis', de: 'Meine Genehmigungen', en: 'My Permits' },
    attributes: ['givenName'],
    at,
  },
];

const example = (name: string, page: (frame: PageFrame) => VNode): PageExample => ({
  name: `my-data/${name}`,
  render: (language) => page(exampleKeysFrame(language)),
});

export const myDataExamples: readonly PageExample[] = [
  example('overview', (frame) => (
    <MyDataPage frame={frame} decisions={decisions} agreements={[{ version: '1.0', acceptedAt: at }]} />
  )),
  example('document', (frame) => <OwnDataDocument frame={frame} {...everything} />),
  example('erase', (frame) => <ErasePage frame={frame} done={false} />),
  example('erased', (frame) => <ErasePage frame={frame} done />),
];

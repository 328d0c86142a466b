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

const everything: Omit<OwnDataProps, 'frame'> = {
  person: {
    fedId: '0'.repeat(40) as OwnDataProps['person']['fedId'],
    enrolment: 'eid',
    language: 'nl',
    numbers: [],
  },
  contacts: [],
  keys: [{ id: 'one', kind: 'totp', state: 'revoked', enrolment: 'eid', createdAt: at }],
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

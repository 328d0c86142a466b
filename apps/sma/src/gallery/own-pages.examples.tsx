import type { FedId } from '#libs/kernel';
import { exampleKeysFrame as frame, type PageExample } from '#libs/ui';
import { AgreementPage } from '../agreement/agreement.page.js';
import { NOWHERE } from '../history/origin/origin.js';
import type { ToldHappening } from '../history/history.service.js';
import { ReportPage, type ReportProps } from '../not-me/report.page.js';
import { HistoryPage } from '../history/history.page.js';
import { RegistersPage } from '../history/registers.page.js';
import { consultations } from '../my-data/my-data.examples.js';
import { HomePage } from '../home/home.page.js';
import { NotMePage } from '../not-me/not-me.page.js';
import { overviewExamples } from '../overview/overview.examples.js';
import { SessionsPage } from '../sessions/sessions.page.js';
import { SignedOutPage } from '../sign-out/signed-out.page.js';

export const EXAMPLE_PERSON = '0'.repeat(40) as FedId;
const at = new Date('2026-03-02T09:15:00Z');
const later = new Date('2026-03-09T17:40:00Z');

const service = {
  application: { nl: 'Mijn Vergunningen', fr: 'Mes Permis', de: 'Meine Genehmigungen', en: 'My Permits' },
  agency: { nl: 'Agentschap', fr: 'Agence', de: 'Agentur', en: 'Agency' },
};

const signIn: ToldHappening = {
  id: 'one',
  disownable: true,
  kind: 'signed-in',
  at: later,
  application: 'one',
  key: 'totp',
  released: ['givenName', 'residentOf:21004'],
  network: '192.0.2.…',
  country: 'BE',
  browser: 'firefox/windows',
  reason: undefined,
  service,
};

const password = {
  id: 'p',
  fedId: EXAMPLE_PERSON,
  kind: 'password',
  state: 'active',
  enrolment: 'eid',
  createdAt: at,
} as const;
const reports: Readonly<Record<string, ReportProps['report']>> = {
  history: {
    happening: signIn,
    keys: [password, { ...password, id: 't', kind: 'totp', label: 'Nokia 3310' }],
    elsewhere: undefined,
    last: true,
    reported: false,
  },
  card: { happening: { ...signIn, key: 'eid' }, keys: [], elsewhere: 'eid', last: false, reported: false },
  reported: { happening: signIn, keys: [], elsewhere: undefined, last: false, reported: true },
};

/** The pages of a person's own place, but for those of the keys. */
export const ownPagesExamples: readonly PageExample[] = [
  { name: 'home', render: (language) => <HomePage frame={frame(language)} /> },
  {
    name: 'home-session-ends',
    render: (language) => (
      <HomePage frame={{ ...frame(language), limit: { seconds: 100, action: '/', of: 'session' } }} />
    ),
  },
  ...overviewExamples,
  {
    name: 'history',
    render: (language) => (
      <HistoryPage
        frame={frame(language)}
        name="Lotte"
        olderThan={at}
        happenings={[
          signIn,
          {
            ...signIn,
            id: 'two',
            at,
            kind: 'key-activated',
            keyLabel: 'Nokia 3310',
            released: [],
            application: undefined,
            service: undefined,
          },
          { ...signIn, id: 'three', at, kind: 'wrong-proof', released: [], disownable: false },
        ]}
      />
    ),
  },
  {
    name: 'sessions',
    render: (language) => (
      <SessionsPage
        frame={frame(language)}
        name="Lotte"
        sessions={[
          {
            id: 'one',
            startedAt: at,
            lastUsedAt: later,
            keys: ['totp'],
            origin: { network: '192.0.2.…', country: 'BE', browser: 'firefox/windows' },
            isThisOne: true,
            services: [service.application],
          },
          {
            id: 'two',
            startedAt: at,
            lastUsedAt: at,
            keys: ['eid'],
            origin: NOWHERE,
            isThisOne: false,
            services: [],
          },
        ]}
      />
    ),
  },
  {
    name: 'signed-out/here',
    render: (language) => <SignedOutPage frame={frame(language)} signOutOfFas="/out" />,
  },
  { name: 'signed-out/key-ended', render: (language) => <SignedOutPage frame={frame(language)} keyEnded /> },
  {
    name: 'history/registers',
    render: (language) => <RegistersPage frame={frame(language)} consultations={consultations} />,
  },
  {
    name: 'history/no-registers',
    render: (language) => <RegistersPage frame={frame(language)} consultations={[]} />,
  },
  {
    name: 'agreement/new-version',
    render: (language) => (
      <AgreementPage frame={frame(language)} accepted={{ version: '0.9', acceptedAt: at }} />
    ),
  },
  {
    name: 'agreement/ask',
    render: (language) => <AgreementPage frame={frame(language)} accepted={undefined} />,
  },
  {
    name: 'agreement/accepted',
    render: (language) => (
      <AgreementPage frame={frame(language)} accepted={{ version: '1.0', acceptedAt: at }} />
    ),
  },
  ...Object.entries(reports).map(([name, report]): PageExample => ({
    name: `not-me/of-${name}`,
    render: (language) => <ReportPage frame={frame(language)} report={report} action="/history/not-me/x" />,
  })),
  ...(['ask', 'done', 'dead'] as const).map((state): PageExample => ({
    name: `not-me/${state}`,
    render: (language) => <NotMePage frame={frame(language)} state={state} action="/not-me/x" />,
  })),
];

import { exampleKeysFrame as frame, type PageExample } from '#libs/ui';
import type { OwnKey } from './key-overview.js';
import { OverviewPage } from './overview.page.js';

const at = new Date('2026-03-02T09:15:00Z');
const later = new Date('2026-03-09T17:40:00Z');

const keys: readonly OwnKey[] = [
  {
    id: '1',
    kind: 'eid',
    label: undefined,
    state: 'active',
    level: 500,
    createdAt: at,
    lastUsedAt: later,
    expiresAt: undefined,
  },
  {
    id: '2',
    kind: 'totp',
    label: 'Mia',
    state: 'suspended',
    level: 400,
    createdAt: at,
    lastUsedAt: undefined,
    expiresAt: undefined,
  },
  {
    id: '3',
    kind: 'password',
    label: undefined,
    state: 'active',
    level: 200,
    createdAt: at,
    lastUsedAt: later,
    expiresAt: undefined,
  },
];

/** What the longest data that people have come to on a page. */
const longNames: readonly OwnKey[] = [
  {
    id: '4',
    kind: 'certificate',
    label: 'Kaart van het Waterschap Oudenaarde-Noord en omstreken, nieuwe lezer',
    state: 'active',
    level: 350,
    createdAt: at,
    lastUsedAt: later,
    expiresAt: new Date('2027-05-01T10:00:00Z'),
    certificate: { holder: 'Marie-Antoinette Vandenbroucke', issuer: 'Example Trust Personal CA' },
  },
  {
    id: '5',
    kind: 'passkey',
    label: 'W'.repeat(60),
    state: 'active',
    level: 400,
    createdAt: at,
    lastUsedAt: undefined,
    expiresAt: undefined,
  },
];
const longMailbox = `m•••@${'afdeling-'.repeat(7)}dienst.gemeente-met-een-lange-naam.example`;
const contacts = [
  { kind: 'mail', masked: 'l•••@people.example', primary: true, verified: true },
  { kind: 'phone', masked: '+32 ••• 01', primary: true, verified: true },
] as const;

/** The overview with keys of every kind of state, with long names, and without any. */
export const overviewExamples: readonly PageExample[] = [
  {
    name: 'overview/keys',
    render: (language) => (
      <OverviewPage
        frame={frame(language)}
        name="Lotte"
        keys={keys}
        advice="only-one"
        contacts={contacts}
        agreed
      />
    ),
  },
  {
    name: 'overview/long-names',
    render: (language) => (
      <OverviewPage
        frame={frame(language)}
        name="Marie-Antoinette-Wilhelmina Vandenbroucke-De Keersmaecker"
        keys={longNames}
        advice={undefined}
        contacts={[{ kind: 'mail', masked: longMailbox, primary: false, verified: false }]}
        agreed
      />
    ),
  },
  {
    name: 'overview/nothing-left',
    render: (language) => (
      <OverviewPage
        frame={frame(language)}
        name={undefined}
        keys={[]}
        advice="none-active"
        contacts={[]}
        agreed={false}
        revoked={{ kind: 'totp', label: 'Nokia 3310' }}
      />
    ),
  },
];

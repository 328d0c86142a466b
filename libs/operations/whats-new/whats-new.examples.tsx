import type { Language } from '#libs/kernel';
import type { PageExample, PageFrame } from '#libs/ui';
import type { Release } from '../releases/release.js';
import { WhatsNewPage } from './whats-new.page.js';

const notes = {
  nl: 'U kunt uw sleutels nu een naam geven.\nDe uitleg bij de eID is korter.',
  fr: 'Vous pouvez maintenant donner un nom à vos clés.\nL’explication sur l’eID est plus courte.',
  de: 'Sie können Ihren Schlüsseln jetzt einen Namen geben.\nDie Erklärung zur eID ist kürzer.',
  en: 'You can now give your keys a name.\nThe explanation of the eID is shorter.',
};

export const exampleReleases: readonly Release[] = [
  {
    id: '33333333-3333-4333-8333-333333333333',
    version: '2.5.0',
    kind: 'major',
    plannedAt: new Date('2026-04-14T01:00:00Z'),
    capacityPercent: 66,
    notes,
    state: 'planned',
  },
  {
    id: '44444444-4444-4444-8444-444444444444',
    version: '2.4.1',
    kind: 'minor',
    plannedAt: new Date('2026-02-10T01:00:00Z'),
    releasedAt: new Date('2026-02-10T01:20:00Z'),
    notes,
    state: 'released',
  },
];

/** @param frame as the app makes it that shows the page */
export const whatsNewExamples = (frame: (language: Language) => PageFrame): readonly PageExample[] => [
  {
    name: 'whats-new',
    render: (language) => <WhatsNewPage frame={frame(language)} releases={exampleReleases} />,
  },
  {
    name: 'whats-new-nothing',
    render: (language) => <WhatsNewPage frame={frame(language)} releases={[]} />,
  },
];

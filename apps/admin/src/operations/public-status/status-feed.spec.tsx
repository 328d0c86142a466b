import { DOMParser } from '@xmldom/xmldom';
import { expect, it } from 'vitest';
import { LANGUAGES } from '#libs/kernel';
import type { StatusReport } from '#libs/operations';
import { exampleFrame, renderPage } from '#libs/ui';
import { percentOf, PublicStatusPage } from './public-status.page.js';
import { publicView } from './public-view.js';
import { statusFeed } from './status-feed.js';

const text = (words: string) => ({ nl: words, fr: words, de: words, en: words });
const report: StatusReport = {
  at: new Date('2026-03-03T12:00:00Z'),
  stale: false,
  components: [
    {
      component: 'my-keys',
      state: 'outage',
      share: 0.99999,
      days: [
        { day: '2026-03-02', share: 0.99, downMinutes: 12 },
        { day: '2026-03-03', downMinutes: 0 },
      ],
    },
  ],
  incidents: [
    {
      id: '11111111-1111-4111-8111-111111111111',
      component: 'my-keys',
      impact: 'outage',
      startedAt: new Date('2026-03-03T11:00:00Z'),
      openedBy: 'olivia',
      updates: [{ at: new Date('2026-03-03T11:30:00Z'), text: text('A disk <b>&') }],
    },
  ],
  planned: [
    {
      id: '22222222-2222-4222-8222-222222222222',
      components: ['attributes'],
      startsAt: new Date('2026-03-12T01:00:00Z'),
      endsAt: new Date('2026-03-12T02:30:00Z'),
      impact: 'outage',
      reason: text('New disks'),
      state: 'announced',
      sequence: 0,
      plannedBy: 'olivia',
      lateReason: 'secret plans',
    },
  ],
};

it.each(LANGUAGES)(
  'the feed in %s is well formed and has an entry for each incident and window',
  (language) => {
    const feed = statusFeed(report, 'https://admin.example/status', language);
    const document = new DOMParser().parseFromString(feed, 'application/xml');
    expect(document.getElementsByTagName('entry')).toHaveLength(2);
    expect(feed).toContain('A disk &lt;b>&amp;'.replace('>', '&gt;'));
  },
);

it('the public is not told who did what', () => {
  const page = renderPage(<PublicStatusPage frame={exampleFrame('nl')} report={report} />);
  for (const said of [JSON.stringify(publicView(report)), page]) {
    expect(said).not.toContain('olivia');
    expect(said).not.toContain('secret plans');
  }
  expect(page).toContain('data-state="outage"');
});

it('a share is never rounded up to a whole', () => {
  expect(percentOf(0.99999, 'en')).toBe('99,99%');
});

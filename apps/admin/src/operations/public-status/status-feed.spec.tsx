import type { Element } from '@xmldom/xmldom';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '#libs/kernel';
import type { Incident, StatusReport } from '#libs/operations';
import { exampleFrame, renderPage } from '#libs/ui';
import { percentOf, PublicStatusPage } from './public-status.page.js';
import { childrenOf, problemsOf, readFeed } from './atom-rules.fixtures.js';
import { hasXmllint, judgedByXmllint } from './atom-schema.fixtures.js';
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
      toldAt: new Date('2026-03-02T08:00:00Z'),
      sequence: 0,
      plannedBy: 'olivia',
      lateReason: 'secret plans',
    },
  ],
};

const ADDRESS = 'https://admin.example/status';
const feedIn = (language: Language, of: StatusReport = report) => readFeed(statusFeed(of, ADDRESS, language));
const texts = (feed: Element, name: string) =>
  childrenOf(feed, 'entry').map((entry) => childrenOf(entry, name)[0]?.textContent);

describe('the feed (RFC 4287)', () => {
  it.each(LANGUAGES)('in %s keeps the rules, with an entry for each incident and window', (language) => {
    const feed = feedIn(language);
    expect(problemsOf(feed)).toEqual([]);
    expect(feed.getAttribute('xml:lang')).toBe(language);
    expect(texts(feed, 'content')[0]).toContain('A disk <b>&');
    expect(texts(feed, 'content')[1]).toContain('New disks');
  });

  it('keeps the rules when there is nothing to tell', () => {
    const feed = feedIn('fr', { ...report, incidents: [], planned: [] });
    expect(problemsOf(feed)).toEqual([]);
    expect(childrenOf(feed, 'updated')[0]?.textContent).toBe('2026-03-03T00:00:00.000Z');
  });

  it('of each language is one of its own, at the address that it names', () => {
    const ids = LANGUAGES.map((language) => childrenOf(feedIn(language), 'id')[0]?.textContent);
    expect(new Set(ids).size).toBe(LANGUAGES.length);
  });

  it('says nothing new when nobody was told anything new', () => {
    const later = { ...report, at: new Date('2026-03-03T12:01:00Z') };
    expect(statusFeed(later, ADDRESS, 'de')).toBe(statusFeed(report, ADDRESS, 'de'));
    expect(texts(feedIn('de'), 'updated')).toEqual(['2026-03-03T11:30:00.000Z', '2026-03-02T08:00:00.000Z']);
  });

  it('stays XML whatever an operator pasted', () => {
    const pasted = {
      ...report.incidents[0],
      updates: [{ at: report.at, text: text('a\u0000b\u000b\uFFFF]]>&c') }],
    };
    const feed = feedIn('en', { ...report, incidents: [pasted as Incident] });
    expect(problemsOf(feed)).toEqual([]);
    expect(texts(feed, 'content')[0]).toContain('ab]]>&c');
  });

  it.each([
    ['an element that Atom does not know', (xml: string) => xml.replace('<author>', '<pubDate/><author>')],
    ['no author', (xml: string) => xml.replace(/<author>.*<\/author>/, '')],
    ['two ids', (xml: string) => xml.replace('<id>', '<id>urn:x:y</id><id>')],
    ['a day instead of a moment', (xml: string) => xml.replace(/(<updated>[\d-]+)T[^<]+/, '$1')],
    ['an entry twice', (xml: string) => xml.replace(/(<entry>[^]*?<\/entry>)/, '$1$1')],
    ['an address without a scheme', (xml: string) => xml.replace('href="https://', 'href="//')],
  ])('is found to break the rules by %s', (_, broken) => {
    expect(problemsOf(readFeed(broken(statusFeed(report, ADDRESS, 'nl'))))).not.toEqual([]);
  });
});

describe.runIf(hasXmllint)('the feed, as xmllint judges it by a grammar of Atom in RELAX NG,', () => {
  const empty = { ...report, incidents: [], planned: [] };
  it.each(LANGUAGES)('is valid in %s, full or empty', (language) => {
    for (const of of [report, empty]) expect(judgedByXmllint(statusFeed(of, ADDRESS, language))).toBe('');
  });

  it.each([
    ['an element that Atom does not know', (xml: string) => xml.replace('<author>', '<pubDate/><author>')],
    ['two ids', (xml: string) => xml.replace('<id>', '<id>urn:x:y</id><id>')],
    ['no title', (xml: string) => xml.replace(/<title[^>]*>[^<]*<\/title>/, '')],
    ['a day instead of a moment', (xml: string) => xml.replace(/(<updated>[\d-]+)T[^<]+/, '$1')],
    ['a link to nowhere', (xml: string) => xml.replace(/ href="[^"]*"/, '')],
    ['another namespace', (xml: string) => xml.replace('2005/Atom', '2004/Atom')],
  ])('is not with %s', (_, broken) => {
    expect(judgedByXmllint(broken(statusFeed(report, ADDRESS, 'nl')))).toContain('fails to validate');
  });
});

it('the public is not told who did what', () => {
  const page = renderPage(<PublicStatusPage frame={exampleFrame('nl')} report={report} />);
  for (const said of [JSON.stringify(publicView(report)), page]) {
    expect(said).not.toContain('olivia');
    expect(said).not.toContain('secret plans');
  }
  expect(page).toContain('data-state="outage"');
});

it('the page leads readers of feeds to the one of its language', () => {
  const page = renderPage(<PublicStatusPage frame={exampleFrame('fr')} report={report} />);
  expect(page).toContain('<link rel="alternate" type="application/atom+xml" href="/status.atom?lang=fr"');
});

it('a share is never rounded up to a whole', () => {
  expect(percentOf(0.99999, 'en')).toBe('99,99%');
});

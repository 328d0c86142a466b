import { days, type Language } from '#libs/kernel';
import { componentNames, componentTexts, type StatusReport } from '#libs/operations';
import { formatDateTime, labelled } from '#libs/texts';
import { lengthOf } from './public-status.page.js';
import { publicStatusTexts } from './public-status.texts.js';

/** What XML 1.0 section 2.2 lets in, escaped: what an operator pasted may hold more. */
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly updated: Date;
  readonly text: string;
}

/**
 * Incidents and planned maintenance as a feed (Atom, RFC 4287), one per language. An entry counts as updated when
 * people were told something new, so that a reader who looks every minute shows it once.
 */
export function statusFeed(report: StatusReport, address: string, language: Language): string {
  const title = publicStatusTexts.in(language)('title');
  const entries = [...incidentsOf(report, language), ...plannedOf(report, language)];
  const self = `${address}.atom?lang=${language}`;
  // Without any entry it says today what it said since midnight.
  const midnight = Math.floor(report.at.getTime() / days(1)) * days(1);
  const moments = entries.map((entry) => entry.updated.getTime());
  const updated = new Date(moments.length > 0 ? Math.max(...moments) : midnight);
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${escaped(self)}</id><title>${escaped(title)}</title><updated>${updated.toISOString()}</updated>
<author><name>CSAM</name></author>
<link rel="alternate" type="text/html" href="${escaped(address)}"/>
<link rel="self" type="application/atom+xml" href="${escaped(self)}"/>
${entries.map((entry) => entryOf(entry, address)).join('\n')}
</feed>
`;
}

const entryOf = ({ id, title, updated, text }: Entry, address: string): string =>
  `<entry><id>urn:uuid:${id}</id><title>${escaped(title)}</title><updated>${updated.toISOString()}</updated>` +
  `<link href="${escaped(address)}"/><content type="text">${escaped(text)}</content></entry>`;

function incidentsOf({ incidents }: StatusReport, language: Language): Entry[] {
  return incidents.map((incident) => ({
    id: incident.id,
    title: componentTexts.in(language)(incident.component),
    updated: incident.endedAt ?? incident.updates.at(-1)?.at ?? incident.startedAt,
    text: [lengthOf(incident, language), ...incident.updates.map(({ text }) => text[language])].join('\n'),
  }));
}

function plannedOf({ planned }: StatusReport, language: Language): Entry[] {
  const t = publicStatusTexts.in(language);
  return planned.map(({ id, components, startsAt, toldAt, reason }) => ({
    id,
    title: labelled(t('planned'), componentNames(components, language), language),
    updated: toldAt ?? startsAt,
    text: `${formatDateTime(startsAt, language)}\n${reason[language]}`,
  }));
}

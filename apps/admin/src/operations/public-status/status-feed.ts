import type { Language } from '#libs/kernel';
import { componentNames, componentTexts, type StatusReport } from '#libs/operations';
import { formatDateTime, labelled } from '#libs/texts';
import { lengthOf } from './public-status.page.js';
import { publicStatusTexts } from './public-status.texts.js';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly updated: Date;
  readonly text: string;
}

/** Incidents and planned maintenance as a feed (Atom, RFC 4287). */
export function statusFeed(report: StatusReport, address: string, language: Language): string {
  const title = publicStatusTexts.in(language)('title');
  const entries = [...incidentsOf(report, language), ...plannedOf(report, language)];
  const updated = new Date(Math.max(0, ...entries.map((entry) => entry.updated.getTime())));
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${escaped(address)}</id><title>${escaped(title)}</title><updated>${updated.toISOString()}</updated>
<author><name>CSAM</name></author>
<link rel="alternate" type="text/html" href="${escaped(address)}"/>
<link rel="self" type="application/atom+xml" href="${escaped(address)}.atom?lang=${language}"/>
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

function plannedOf({ planned, at }: StatusReport, language: Language): Entry[] {
  const t = publicStatusTexts.in(language);
  return planned.map(({ id, components, startsAt, reason }) => ({
    id,
    title: labelled(t('planned'), componentNames(components, language), language),
    updated: startsAt < at ? startsAt : at,
    text: `${formatDateTime(startsAt, language)}\n${reason[language]}`,
  }));
}

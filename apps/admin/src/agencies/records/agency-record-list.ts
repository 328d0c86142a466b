import type { AuditRecord } from '#libs/audit';
import { parseApiClientId, type Language } from '#libs/kernel';
import { formatDateTime } from '#libs/texts';
import type { ListDefinition } from '../../frame/list/list.js';
import { AGENCY_RECORDS, agencyRecordFields } from '../../reports/trail/agency-records.js';
import { eventWords } from '../../reports/trail/event-words.js';
import { agencyRecordsTexts } from './agency-records.texts.js';

/** Names of online services, by their id. */
export type ServiceNames = ReadonlyMap<string, string>;

/** What was done in the administration for an agency; who did it is not named, but for programs. */
export function agencyRecordList(language: Language, services: ServiceNames): ListDefinition<AuditRecord> {
  const t = agencyRecordsTexts.in(language);
  const options = AGENCY_RECORDS.map((value) => ({ value, label: eventWords(value, language) }));
  return {
    caption: t('title'),
    newestFirst: true,
    columns: [
      {
        key: 'at',
        heading: t('at'),
        text: ({ occurredAt }) => formatDateTime(occurredAt, language),
        order: ({ occurredAt }) => occurredAt.getTime(),
      },
      { key: 'what', heading: t('what'), text: ({ name }) => eventWords(name, language) },
      {
        key: 'service',
        heading: t('service'),
        text: ({ data }) => services.get(String(data['service'] ?? '')) ?? '–',
      },
      { key: 'program', heading: t('program'), text: ({ actor = '' }) => programOf(actor) },
      { key: 'details', heading: t('details'), text: detailsOf, sortable: false },
      { key: 'reference', heading: t('reference'), text: ({ reference }) => reference, sortable: false },
    ],
    filters: [
      {
        name: 'what',
        label: t('what'),
        options: options.toSorted((one, other) => one.label.localeCompare(other.label, language)),
        matches: ({ name }, value) => name === value,
      },
    ],
  };
}

const programOf = (actor: string): string => (parseApiClientId(actor).kind === 'valid' ? actor : '–');

const detailsOf = (record: AuditRecord): string =>
  Object.entries(agencyRecordFields(record))
    .filter(([name]) => name !== 'service')
    .map(([name, value]) => `${name}: ${value}`)
    .join(' · ') || '–';

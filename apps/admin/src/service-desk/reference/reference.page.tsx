import { formatDateTime } from '#libs/texts';
import { LinkButton, Notice, SummaryList, type PageFrame } from '#libs/ui';
import { AdminPage } from '../../frame/admin-page.js';
import type { StaffView } from '../../frame/staff-view.js';
import { eventWords } from '../../reports/trail/event-words.js';
import { referenceTexts } from './reference.texts.js';

export interface ReferenceProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  /** undefined: what was typed is no reference */
  readonly reference: string | undefined;
  readonly records: readonly {
    readonly name: string;
    readonly at: Date;
    /** For the rare record that has no words: in English, as in the catalogue. */
    readonly meaning: string | undefined;
    readonly fields: readonly string[];
  }[];
}

export function ReferencePage({ frame, staff, reference, records }: ReferenceProps) {
  const { language } = frame;
  const t = referenceTexts.in(language);
  return (
    <AdminPage frame={frame} staff={staff} section="service-desk" title={t('title')}>
      <h1>{t('title')}</h1>
      {reference !== undefined && (
        <p class="lead">
          {t('about')} <b>{reference}</b>
        </p>
      )}
      {records.length === 0 ? (
        <Notice kind="warning">
          <p>{reference === undefined ? t('noReference') : t('nothing')}</p>
        </Notice>
      ) : (
        <SummaryList
          items={records.map(({ name, at, meaning, fields }) => ({
            label: <time dateTime={at.toISOString()}>{formatDateTime(at, language)}</time>,
            value: (
              <div data-event={name}>
                <p>
                  <b>{eventWords(name, language)}</b> <code class="small soft">{name}</code>
                </p>
                {eventWords(name, language) === name && <p lang="en">{meaning}</p>}
                {fields.length > 0 && <p class="small soft">{fields.join(' · ')}</p>}
              </div>
            ),
          }))}
        />
      )}
      <LinkButton href="/service-desk" look="quiet">
        {t('back')}
      </LinkButton>
    </AdminPage>
  );
}

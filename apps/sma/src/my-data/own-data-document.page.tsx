import { formatDateTime } from '#libs/texts';
import { DataTable, keyName, Page, SummaryList, type PageFrame } from '#libs/ui';
import type { MyDataService } from './my-data.service.js';
import { myDataTexts } from './my-data.texts.js';

export type OwnDataProps = Awaited<ReturnType<MyDataService['everything']>> & { readonly frame: PageFrame };

/** Everything on one page, to read, print or save. */
export function OwnDataDocument({ frame, person, contacts, keys, history }: OwnDataProps) {
  const { language } = frame;
  const t = myDataTexts.in(language);
  const moment = (at: Date) => formatDateTime(at, language);
  return (
    <Page frame={frame} title={t('documentTitle')}>
      <h1>{t('documentTitle')}</h1>
      <p>
        <a class="standalone" href="/my-data">
          {t('back')}
        </a>
      </p>
      <SummaryList
        items={[
          { label: t('fedId'), value: <code>{person.fedId}</code> },
          ...person.numbers.map(({ number, current }) => ({
            label: current ? t('number') : t('formerNumber'),
            value: <span class="digits">{number}</span>,
          })),
          ...contacts.map(({ value }) => ({ label: t('contact'), value })),
        ]}
      />
      <DataTable
        caption={t('keys')}
        columns={[{ heading: t('key') }, { heading: t('state') }, { heading: t('since') }]}
        rows={keys.map(({ kind, state, createdAt }) => [
          keyName(kind, language),
          t(state),
          moment(createdAt),
        ])}
      />
      <h2>{t('history')}</h2>
      <SummaryList
        items={history.map(({ at, name, data }) => ({
          label: moment(at),
          value: (
            <>
              <p>{name}</p>
              <p class="origin">{JSON.stringify(data)}</p>
            </>
          ),
        }))}
      />
    </Page>
  );
}

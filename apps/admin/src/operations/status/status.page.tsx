import { formatDateTime } from '#libs/texts';
import { DataTable, Notice, Page, type PageFrame } from '#libs/ui';
import type { StateReport } from './app-states.js';
import { statusTexts } from './status.texts.js';

export interface StatusProps {
  readonly frame: PageFrame;
  readonly report: StateReport;
}

/** One line per app, and at the top whether anything is wrong. */
export function StatusPage({ frame, report }: StatusProps) {
  const t = statusTexts.in(frame.language);
  const wrong = report.apps.filter(({ state }) => state !== 'ready').length;
  return (
    <Page frame={frame} title={t('title')}>
      <h1>{t('title')}</h1>
      <Notice kind={wrong === 0 ? 'success' : 'warning'}>
        <p>{wrong === 0 ? t('allReady') : t('someNot', { count: wrong, total: report.apps.length })}</p>
      </Notice>
      <DataTable
        caption={t('caption', { moment: formatDateTime(report.at, frame.language) })}
        columns={[{ heading: t('part') }, { heading: t('state') }, { heading: t('took'), number: true }]}
        rows={report.apps.map(({ name, state, milliseconds }) => [
          t(name),
          <span data-app={name} data-state={state}>
            {t(state)}
          </span>,
          `${milliseconds} ms`,
        ])}
      />
      <p class="soft small">{t('about')}</p>
      <p>
        <a href="/operations/status.json">{t('asJson')}</a>
      </p>
    </Page>
  );
}

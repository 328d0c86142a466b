import { formatDateTime } from '#libs/texts';
import { Button, Buttons, Form, keyName, LinkButton, Notice, Page, type PageFrame } from '#libs/ui';
import { Told } from '../history/history.page.js';
import { elsewhereAdvice, notMeTexts } from './not-me.texts.js';
import type { Report } from './report.service.js';

export interface ReportProps {
  readonly frame: PageFrame;
  readonly report: Omit<Report, 'record'>;
  readonly action: string;
}

/** One line of the history, what reporting it does, and the button. Opening the page changes nothing. */
export function ReportPage({ frame, report, action }: ReportProps) {
  const { language } = frame;
  const t = notMeTexts.in(language);
  const title = t(report.reported ? 'title-reported' : 'title-history');
  return (
    <Page frame={frame} title={title}>
      <h1>{title}</h1>
      <section class="card flow">
        <p>
          <time dateTime={report.happening.at.toISOString()}>
            {formatDateTime(report.happening.at, language)}
          </time>
        </p>
        <Told frame={frame} happening={report.happening} />
      </section>
      {report.reported ? (
        <>
          <p>{t('lead-reported')}</p>
          <Buttons>
            <LinkButton href="/history">{t('toHistory')}</LinkButton>
          </Buttons>
        </>
      ) : (
        <Ask frame={frame} report={report} action={action} />
      )}
    </Page>
  );
}

function Ask({ frame, report, action }: ReportProps) {
  const { language } = frame;
  const t = notMeTexts.in(language);
  const { keys, elsewhere, last } = report;
  return (
    <Form frame={frame} action={action}>
      <p>{t('lead-ask')}</p>
      <ul class="bullets">
        {keys.map((key) => (
          <li key={key.id} data-suspends={key.kind}>
            {t('suspendsKey', { key: key.label ?? keyName(key.kind, language) })}
          </li>
        ))}
        <li>{t('endsSessions')}</li>
        <li>{t('tells')}</li>
      </ul>
      {elsewhere && (
        <Notice kind="warning" title={t('elsewhereTitle', { key: keyName(elsewhere, language) })}>
          <p>{t(elsewhereAdvice(elsewhere))}</p>
        </Notice>
      )}
      {last && (
        <Notice kind="warning" title={t('lastTitle')}>
          <p>{t('last')}</p>
        </Notice>
      )}
      {keys.length > 0 && <p>{t('undo')}</p>}
      <Buttons>
        <Button>{t('report')}</Button>
        <LinkButton href="/history" look="quiet">
          {t('wasMe')}
        </LinkButton>
      </Buttons>
    </Form>
  );
}

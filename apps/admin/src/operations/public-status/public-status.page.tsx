import type { Language } from '#libs/kernel';
import {
  componentNames,
  componentTexts,
  DAYS_SHOWN,
  impactTexts,
  type ComponentStatus,
  type Incident,
  type PlannedWindow,
  type StatusReport,
} from '#libs/operations';
import { formatDate, formatDateTime, formatDuration, labelled } from '#libs/texts';
import { DataTable, Notice, Page, type PageFrame } from '#libs/ui';
import { DayBars } from './day-bars.js';
import { publicStatusTexts } from './public-status.texts.js';

export interface PublicStatusProps {
  readonly frame: PageFrame;
  readonly report: StatusReport;
}

/** For everybody: what works, what does not, what is planned. */
export function PublicStatusPage({ frame, report }: PublicStatusProps) {
  const { language } = frame;
  const t = publicStatusTexts.in(language);
  const moment = formatDateTime(report.at, language);
  const wrong = report.components.some(({ state }) => state !== 'works');
  return (
    <Page frame={frame} title={t('title')} feed={`/status.atom?lang=${language}`}>
      <h1>{t('title')}</h1>
      {report.stale && (
        <Notice kind="warning">
          <p>{t('stale', { moment })}</p>
        </Notice>
      )}
      <Notice kind={wrong ? 'warning' : 'success'}>
        <p>{t(wrong ? 'someNot' : 'allWorks')}</p>
      </Notice>
      <p class="soft small">{t('updated', { moment, days: DAYS_SHOWN })}</p>
      <h2>{t('components')}</h2>
      {report.components.map((status) => (
        <ComponentPart key={status.component} status={status} language={language} />
      ))}
      <h2>{t('planned')}</h2>
      <Planned windows={report.planned} language={language} />
      <h2>{t('incidents')}</h2>
      <Incidents incidents={report.incidents} language={language} />
      <p>
        <a href={`/status.atom?lang=${language}`} type="application/atom+xml">
          {t('follow')}
        </a>
      </p>
    </Page>
  );
}

export const percentOf = (share: number, language: Language): string =>
  new Intl.NumberFormat(`${language}-BE`, { style: 'percent', minimumFractionDigits: 2 }).format(
    // Rounded down: a day with trouble never reads as a whole one.
    Math.floor(share * 10_000) / 10_000,
  );

function ComponentPart({ status, language }: { status: ComponentStatus; language: Language }) {
  const t = publicStatusTexts.in(language);
  const name = componentTexts.in(language)(status.component);
  const share =
    status.share === undefined
      ? t('notMeasured')
      : t('share', { percent: percentOf(status.share, language), days: DAYS_SHOWN });
  const bad = status.days.filter(({ downMinutes }) => downMinutes > 0).toReversed();
  return (
    <section data-component={status.component} data-state={status.state}>
      <h3>{name}</h3>
      <p>
        <strong>{t(status.state)}</strong> <span class="soft small">({share})</span>
      </p>
      {status.share !== undefined && <DayBars status={status} label={`${name}: ${share}`} />}
      {bad.length > 0 && (
        <details>
          <summary>{t('badDays')}</summary>
          <DataTable
            caption={`${name}: ${t('badDays')}`}
            columns={[{ heading: t('day') }, { heading: t('downMinutes'), number: true }]}
            rows={bad.map(({ day, downMinutes }) => [formatDate(new Date(day), language), downMinutes])}
          />
        </details>
      )}
    </section>
  );
}

function Planned({ windows, language }: { windows: readonly PlannedWindow[]; language: Language }) {
  const t = publicStatusTexts.in(language);
  if (windows.length === 0) return <p>{t('noPlanned')}</p>;
  return (
    <ul class="bullets">
      {windows.map(({ id, components, startsAt, endsAt, impact, reason }) => (
        <li key={id}>
          <strong>{componentNames(components, language)}</strong>:{' '}
          {t('lasted', {
            moment: formatDateTime(startsAt, language),
            duration: formatDuration(endsAt.getTime() - startsAt.getTime(), language),
          })}
          , {impactTexts.in(language)(impact)}. {reason[language]}
        </li>
      ))}
    </ul>
  );
}

export function lengthOf({ startedAt, endedAt }: Incident, language: Language): string {
  const t = publicStatusTexts.in(language);
  const moment = formatDateTime(startedAt, language);
  if (endedAt === undefined) return t('since', { moment });
  return t('lasted', { moment, duration: formatDuration(endedAt.getTime() - startedAt.getTime(), language) });
}

function Incidents({ incidents, language }: { incidents: readonly Incident[]; language: Language }) {
  const t = publicStatusTexts.in(language);
  if (incidents.length === 0) return <p>{t('noIncidents')}</p>;
  return (
    <ul class="bullets">
      {incidents.map((incident) => (
        <li key={incident.id}>
          <strong>{componentTexts.in(language)(incident.component)}</strong>: {lengthOf(incident, language)}
          {incident.updates.map(({ at, text }) => (
            <p key={at.toISOString()} class="small">
              {labelled(formatDateTime(at, language), text[language], language)}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}

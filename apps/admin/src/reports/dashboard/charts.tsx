import type { Language } from '#libs/kernel';
import { largest, type UsageSeries } from '#libs/operations';
import { Chart, DataTable } from '#libs/ui';
import {
  byFailure,
  byKey,
  byLevel,
  RESPONSE_KINDS,
  tookWithin,
  withinNormOf,
  type ApplicationReport,
  type ResponseKind,
  type SmsOfMonth,
} from '../application-report.js';
import { begunBy } from '../period.js';
import { dashboardTexts } from './dashboard.texts.js';
import { failureWords } from './failures.js';
import { keyWords, MOST_IN_PICTURE, named, number, tookLabels } from './figures.js';

export interface ChartsProps {
  readonly language: Language;
  readonly report: ApplicationReport;
}

/** The pictures of a period. What there is nothing of has none. */
export function DashboardCharts({ language, report: whole }: ChartsProps) {
  const { period, countedUntil } = whole;
  // A picture ends where the counting does, not in an empty future.
  const report = countedUntil === undefined ? whole : { ...whole, period: begunBy(period, countedUntil) };
  const t = dashboardTexts.in(language);
  const failures = named(byFailure(report), (name) => failureWords(name, language));
  return (
    <>
      <h2>{t('signIns')}</h2>
      <Over
        {...{ language, report }}
        what="byKey"
        series={named(byKey(report), (key) => keyWords(key, language))}
      />
      <Over
        {...{ language, report }}
        what="byLevel"
        series={named(byLevel(report), (level) => t('level', { level }))}
      />
      <Took {...{ language, report }} />
      <Slow {...{ language, report }} />
      {failures.length > 0 && (
        <>
          <h2>{t('failuresHeading')}</h2>
          <Over {...{ language, report }} what="failures" series={failures} />
          <DataTable
            caption={t('failuresAll')}
            columns={[{ heading: t('reason') }, { heading: t('count'), number: true }]}
            rows={failures.map(({ name, total }) => [name, number(total, language)])}
          />
        </>
      )}
      {report.sms !== undefined && report.sms.messages > 0 && (
        <Sms {...{ language, report }} sms={report.sms} />
      )}
    </>
  );
}

interface OverProps extends ChartsProps {
  readonly what: 'byKey' | 'byLevel' | 'failures';
  readonly series: readonly UsageSeries[];
}

/** Bars over the days or hours of the period. */
function Over({ language, report: { period }, what, series }: OverProps) {
  const t = dashboardTexts.in(language);
  if (series.length === 0) return null;
  return (
    <Chart
      language={language}
      title={t(what)}
      description={t(`${what}Shown`)}
      labels={period.labels}
      labelHeading={t(period.day === undefined ? 'day' : 'hour')}
      series={largest(series, MOST_IN_PICTURE, t('others'))}
    />
  );
}

function Took({ language, report }: ChartsProps) {
  const t = dashboardTexts.in(language);
  const values = tookWithin(report);
  if (values.every((value) => value === 0)) return null;
  return (
    <Chart
      language={language}
      title={t('took')}
      description={t('tookShown')}
      labels={tookLabels(language)}
      labelHeading={t('duration')}
      series={[{ name: t('signIns'), values }]}
      along="size"
    />
  );
}

/** What came slower than the norm; a day without requests had nothing slow. */
function Slow({ language, report: { period, responses = [] } }: ChartsProps) {
  const t = dashboardTexts.in(language);
  if (responses.length === 0) return null;
  const shareOn = (at: string, kind: ResponseKind) => {
    const share = withinNormOf(
      responses.filter((each) => each.at === at),
      kind,
    );
    return share === undefined ? 0 : Math.round((1 - share) * 1_000) / 10;
  };
  return (
    <Chart
      language={language}
      title={t('slow')}
      description={t('slowShown')}
      labels={period.labels}
      labelHeading={t('day')}
      series={RESPONSE_KINDS.map((kind) => ({
        name: t(kind),
        values: period.labels.map((at) => shareOn(at, kind)),
      }))}
      kind="lines"
    />
  );
}

function Sms({ language, report: { period }, sms }: ChartsProps & { readonly sms: SmsOfMonth }) {
  const t = dashboardTexts.in(language);
  const onDay = new Map(sms.days.map(({ at, segments }) => [at, segments]));
  return (
    <>
      <h2>{t('sms')}</h2>
      <Chart
        language={language}
        title={t('smsByDay')}
        description={t('smsShown')}
        labels={period.labels}
        labelHeading={t('day')}
        series={[{ name: t('parts'), values: period.labels.map((at) => onDay.get(at) ?? 0) }]}
      />
    </>
  );
}

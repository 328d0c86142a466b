import { TOOK_WITHIN } from '#libs/operations';
import {
  byFailure,
  byKey,
  byLevel,
  tookWithin,
  totalsOf,
  type ApplicationReport,
} from '../../reports/application-report.js';
import type { ReportedApplication } from '../../reports/report-desk.js';
import type { ApplicationShape, FiguresShape } from './figures.shapes.js';

type Seen = Pick<ReportedApplication, 'id' | 'name' | 'environment' | 'state'> & {
  readonly signIns?: number;
};

export const applicationView = ({ id, name, environment, state, signIns }: Seen): ApplicationShape => ({
  id,
  name,
  environment,
  state,
  ...(signIns !== undefined && { signIns }),
});

/** A report as programs read it: the words of the record, the same in every language. */
export function figuresView(report: ApplicationReport): FiguresShape {
  const { application, period, sms, responses, countedUntil } = report;
  const took = tookWithin(report);
  return {
    application: applicationView(application),
    period: period.text,
    labels: period.labels,
    totals: totalsOf(report),
    byKey: byKey(report),
    byLevel: byLevel(report),
    failures: byFailure(report),
    tookWithin: Object.fromEntries(TOOK_WITHIN.map((bound, index) => [bound, took[index] ?? 0])),
    ...(responses && { responses }),
    ...(sms && {
      sms: {
        messages: sms.messages,
        segments: sms.segments,
        ...(sms.cents !== undefined && { cents: sms.cents }),
      },
    }),
    ...(countedUntil && { countedUntil: countedUntil.toISOString() }),
  };
}

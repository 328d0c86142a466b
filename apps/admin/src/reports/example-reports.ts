import type { Application } from '#libs/agencies';
import type { EnterpriseNumber } from '#libs/kernel';
import { daysOf, HOURS_OF_DAY, type UsageCount } from '#libs/operations';
import type { ApplicationReport } from './application-report.js';
import type { ReportedApplication } from './report-desk.js';

export const now = new Date('2026-03-09T11:00:00Z');

/** An invented application, and what it did. */
export const application = {
  id: '44444444-4444-4444-8444-444444444444',
  name: {
    nl: 'Vergunningenloket',
    fr: 'Guichet des permis',
    de: 'Genehmigungsschalter',
    en: 'Permit counter',
  },
  agency: {
    number: '0671516647' as EnterpriseNumber,
    name: {
      nl: 'Voorbeeldgemeente',
      fr: 'Commune Exemple',
      de: 'Beispielgemeinde',
      en: 'Municipality of Example',
    },
  },
  environment: 'PROD',
  state: 'active',
} as const satisfies Pick<Application, 'id' | 'name' | 'agency' | 'environment' | 'state'>;

export const listed: readonly ReportedApplication[] = [
  { ...application, signIns: 12_408 },
  { ...application, environment: 'INT', signIns: 31 },
];

const KEYS = [
  ['itsme', 450, 9],
  ['eid', 500, 5],
  ['totp', 400, 4],
  ['sms', 400, 3],
  ['email', 300, 1],
  ['password', 200, 1],
  ['token', 300, 1],
] as const;

const FAILURES = [
  ['refused', 'cancelled', 4],
  ['proof-refused', 'wrong', 6],
  ['proof-refused', 'locked', 1],
  ['refused', 'level-not-met', 2],
  ['rejected', 'invalid_redirect_uri', 1],
  ['logout-not-delivered', 'timeout', 1],
  ['code-not-sent', 'throttled', 1],
] as const;

function countsOver(labels: readonly string[]): UsageCount[] {
  return labels.flatMap((at, index) => {
    const wave = 3 + ((index * 7) % 5) + (index % 7 < 5 ? 6 : 0);
    const plain = { at, key: '', level: 0, reason: '' };
    return [
      ...KEYS.map(([key, level, weight]) => ({
        ...plain,
        what: 'signed-in' as const,
        key,
        level,
        count: weight * wave,
      })),
      { ...plain, what: 'went-on' as const, key: 'itsme', level: 450, count: 2 * wave },
      { ...plain, what: 'started' as const, count: 27 * wave },
      ...FAILURES.map(([what, reason, count]) => ({ ...plain, what, reason, count })),
      ...(['15', '30', '60', '120'] as const).map((reason, at2) => ({
        ...plain,
        what: 'took' as const,
        reason,
        count: (4 - at2) * wave,
      })),
    ];
  });
}

export const month: ApplicationReport = {
  application,
  period: { text: '2026-02', month: '2026-02', labels: daysOf('2026-02') },
  counts: countsOver(daysOf('2026-02')),
  sms: {
    days: daysOf('2026-02').map((at, index) => ({ at, messages: 20 + index, segments: 22 + index })),
    messages: 938,
    segments: 994,
    cents: 4_324,
  },
  responses: daysOf('2026-02').flatMap((at, index) => [
    { at, kind: 'user', requests: 400, withinNorm: 400 - (index % 6) },
    { at, kind: 'application', requests: 900, withinNorm: 900 - ((index * 5) % 31) },
  ]),
  countedUntil: now,
};

export const day: ApplicationReport = {
  application,
  period: { text: '2026-03-09', month: '2026-03', day: '2026-03-09', labels: HOURS_OF_DAY },
  counts: countsOver(HOURS_OF_DAY.slice(6, 12)),
  countedUntil: now,
};

export const empty: ApplicationReport = {
  application,
  period: { text: '2025-01', month: '2025-01', labels: daysOf('2025-01') },
  counts: [],
  sms: { days: [], messages: 0, segments: 0 },
};

import { ATTRIBUTES, decideEntitlement, type EntitlementQuestion } from '#libs/attributes';

const names = ATTRIBUTES.filter((attribute) => !('parameter' in attribute)).map(({ name }) => name);

/** Everything in the catalogue is asked by an application that may have all of it: more is decided nowhere. */
const everything: EntitlementQuestion = {
  application: {
    environment: 'INT',
    contexts: ['citizen', 'enterprise'],
    attributes: names.map((name) => ({ name, mandatory: false })),
    authorisation: {
      kind: 'RR_OWN',
      reference: 'RR 83/2016',
      validFrom: '2016-01-01',
      attributes: names,
    },
  },
  servedEnvironments: ['INT'],
  asked: names,
  purpose: 'sign-in',
  context: 'citizen',
  today: '2026-06-01',
  subjectRegister: 'national',
  enrolment: 'eid',
};

/** A service as most are: five attributes. */
const usual: EntitlementQuestion = {
  ...everything,
  application: { ...everything.application, attributes: everything.application.attributes.slice(0, 5) },
  asked: names.slice(0, 5),
};

const TIMES = 20_000;
const ROUNDS = 5;

export interface DecisionCost {
  readonly attributes: number;
  /** Microseconds of processor time, of the quickest round. */
  readonly microseconds: number;
}

/** What one decision costs this process. */
export function measureDecisions(): readonly DecisionCost[] {
  return [usual, everything].map((question) => {
    const rounds = Array.from({ length: ROUNDS }, () => round(question));
    return { attributes: question.asked.length, microseconds: Math.min(...rounds) };
  });
}

function round(question: EntitlementQuestion): number {
  const before = process.cpuUsage();
  let decided = 0;
  for (let time = 0; time < TIMES; time += 1) decided += decideEntitlement(question).length;
  if (decided !== TIMES * question.asked.length) throw new Error('not everything was decided');
  const { user, system } = process.cpuUsage(before);
  return (user + system) / TIMES;
}

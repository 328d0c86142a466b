import type { AuditRecord } from '#libs/audit';
import type { PageExample } from '#libs/ui';
import { Problems, Typed } from '../frame/form/typed.js';
import { adminExampleFrame as frame, exampleStaff } from '../gallery/example-frame.js';
import { application, now } from '../reports/example-reports.js';
import { usualDays } from './audit-search.js';
import { AuditPage } from './audit.page.js';
import { PeopleSearchPage } from './people.page.js';
import { ResultsPage } from './results.page.js';
import type { AnyProblem } from './search-fields.js';
import type { Search } from './searches.store.js';

const staff = exampleStaff('auditor');
const choices = { agencies: [application.agency], applications: [application] };

const search: Search = {
  id: '55555555-5555-4555-8555-555555555555',
  criteria: { from: new Date('2026-02-08T23:00:00Z'), until: new Date('2026-03-09T23:00:00Z') },
  ground: 'court-order',
  reason: '2026/123',
};

const record = (name: string, minute: number, data: AuditRecord['data']): AuditRecord => ({
  id: `0198a1b2-0000-7000-8000-0000000000${String(minute).padStart(2, '0')}`,
  occurredAt: new Date(now.getTime() - minute * 60_000),
  name,
  reference: '7K3F-9QXM',
  application: application.id,
  data,
});

const records = [
  record('AttributesConsulted', 3, { purpose: 'sign-in', given: ['egovNRN', 'surname'], refused: [] }),
  record('SignInCompleted', 4, { key: 'eid', level: 500, protocol: 'oidc', context: 'citizen' }),
  { ...record('PersonRegistered', 9, {}), erased: ['subject'] },
];

const results = { staff, search, choices, keys: 'https://admin.csam.example/audit-keys.json' };

const start = {
  choices,
  keep: { authentication: 3_653, administration: 3_653, consultation: 3_653 },
  checkpoints: [
    { chain: 'authentication', at: now, records: 1_204_331 },
    { chain: 'administration', at: now, records: 8_120 },
  ],
  now,
};

/** Every state of the pages on which the audit record is searched. */
export const auditSearchExamples: readonly PageExample[] = [
  {
    name: 'audit',
    render: (language) => (
      <AuditPage
        frame={frame(language)}
        {...{ ...start, staff }}
        typed={Typed.of(usualDays(now))}
        problems={new Problems<AnyProblem>()}
      />
    ),
  },
  {
    name: 'audit-wrong',
    render: (language) => (
      <AuditPage
        frame={frame(language)}
        {...{ ...start, staff: exampleStaff('operations') }}
        typed={Typed.of({ ...usualDays(now), reference: 'x' })}
        problems={
          new Problems<AnyProblem>({
            reference: 'referenceWrong',
            ground: 'groundMissing',
            reason: 'reasonMissing',
          })
        }
      />
    ),
  },
  {
    name: 'audit-people',
    render: (language) => (
      <PeopleSearchPage
        frame={frame(language)}
        staff={staff}
        typed={Typed.of({ ...usualDays(now), by: 'name', ground: 'court-order' })}
        problems={new Problems<AnyProblem>({ value: 'several', birthDate: 'birthDateWrong' })}
      />
    ),
  },
  {
    name: 'audit-results',
    render: (language) => (
      <ResultsPage frame={frame(language)} {...{ ...results, records }} more further={false} />
    ),
  },
  {
    name: 'audit-results-too-many',
    render: (language) => (
      <ResultsPage frame={frame(language)} {...{ ...results, records }} more further tooMany={5_000} />
    ),
  },
  {
    name: 'audit-results-nothing',
    render: (language) => (
      <ResultsPage
        frame={frame(language)}
        {...results}
        search={{ ...search, criteria: { ...search.criteria, reference: '7K3F-9QXM' } }}
        records={[]}
        more={false}
        further={false}
      />
    ),
  },
];

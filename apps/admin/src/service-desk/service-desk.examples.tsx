import type { FedId } from '#libs/kernel';
import type { PageExample } from '#libs/ui';
import { Problems } from '../frame/form/typed.js';
import { pageOfRows, queryFor, selectRows } from '../frame/list/list.js';
import { adminExampleFrame as frame, exampleStaff } from '../gallery/example-frame.js';
import { applicationList, DeskApplicationsPage } from './applications/application-list.page.js';
import { DeskApplicationPage } from './applications/desk-applications.page.js';
import { DeskPage } from './people/desk.page.js';
import { EXPLANATIONS } from './people/explained.js';
import { PersonPage } from './people/person.page.js';
import type { PersonView } from './people/person-view.js';
import { SeveralPage } from './people/several.page.js';
import { ReferencePage } from './reference/reference.page.js';

const staff = exampleStaff('service-desk');
const at = new Date('2026-03-09T08:40:00Z');
const fedId = 'ab'.repeat(20) as FedId;
const lookUp = { id: 'one', reason: 'Lost phone', expiresAt: new Date('2026-03-09T09:40:00Z') };
const NAME = {
  nl: 'Vergunningenloket',
  fr: 'Guichet des permis',
  de: 'Genehmigungsschalter',
  en: 'Permit counter',
};

const view: PersonView = {
  person: { fedId, state: 'active', enrolment: 'eid', language: 'nl' },
  number: '74.02.10-***.**',
  username: 'l•••n',
  contacts: [
    { kind: 'mail', masked: 'l•••@people.example', verified: true },
    { kind: 'phone', masked: '+32 ••• 17', verified: false },
  ],
  keys: (['password', 'totp', 'eid'] as const).map((kind, index) => ({
    id: `${index}`,
    fedId,
    kind,
    state: kind === 'totp' ? 'suspended' : 'active',
    enrolment: 'eid',
    createdAt: at,
    ...(index > 0 && { lastUsedAt: at }),
  })),
  locks: [
    { key: 'password', until: at },
    { key: 'totp', until: undefined },
  ],
  activation: { id: 'a', issuedAt: at, expiresAt: at, triesLeft: 3 },
  happenings: EXPLANATIONS.map((what, index) => ({
    what,
    at,
    reference: '7K3F-9QXM',
    key: index % 2 === 0 ? 'totp' : undefined,
    application: undefined,
    failed: index % 3 === 0,
    service: index % 4 === 0 ? NAME : undefined,
  })),
  notes: [{ text: 'Will call back tomorrow', author: fedId, at }],
};

const bare: PersonView = {
  ...view,
  contacts: [],
  keys: [],
  locks: [],
  activation: undefined,
  happenings: [],
  notes: [],
};

const application = {
  id: 'one',
  agency: { number: '0671516647', name: NAME },
  name: NAME,
  environment: 'PROD',
  state: 'active',
  minimumLevel: 400,
  keys: ['eid'],
  contexts: ['citizen'],
  attributes: [],
} as unknown as Parameters<typeof DeskApplicationPage>[0]['application'];

/** The service desk: callers, references, applications that stop. */
export const serviceDeskExamples: readonly PageExample[] = [
  {
    name: 'service-desk/open',
    render: (language) => (
      <DeskPage frame={frame(language)} staff={staff} hours={{ kind: 'open', minutes: 90 }} reports={3} />
    ),
  },
  {
    name: 'service-desk/problems',
    render: (language) => (
      <DeskPage
        frame={frame(language)}
        staff={staff}
        hours={{ kind: 'closed', opensOn: '2026-03-09' }}
        nobody
        typed={{ by: 'name', value: 'Verzonnen' }}
        problems={
          new Problems({ value: 'numberWrong', birthDate: 'birthDateWrong', reason: 'reasonMissing' })
        }
      />
    ),
  },
  {
    name: 'service-desk/several',
    render: (language) => (
      <SeveralPage
        frame={frame(language)}
        staff={staff}
        found={['one', 'two'].map((id) => ({ lookUp: id, number: '74.02.10-***.**' }))}
      />
    ),
  },
  {
    name: 'service-desk/person',
    render: (language) => (
      <PersonPage frame={frame(language)} staff={staff} lookUp={lookUp} view={view} done />
    ),
  },
  {
    name: 'service-desk/person-bare',
    render: (language) => (
      <PersonPage frame={frame(language)} staff={staff} lookUp={lookUp} view={bare} note="x" />
    ),
  },
  {
    name: 'service-desk/reference',
    render: (language) => (
      <ReferencePage
        frame={frame(language)}
        staff={staff}
        reference="7K3F-9QXM"
        records={[
          {
            name: 'KeyRefused',
            at,
            meaning: 'A proof did not hold.',
            fields: ['key: totp', 'locked: false'],
          },
        ]}
      />
    ),
  },
  {
    name: 'service-desk/reference-none',
    render: (language) => (
      <ReferencePage frame={frame(language)} staff={staff} reference={undefined} records={[]} />
    ),
  },
  {
    name: 'service-desk/applications',
    render: (language) => {
      const definition = applicationList(language);
      const query = queryFor(definition, {});
      const page = pageOfRows(selectRows(definition, [application], query), query);
      return <DeskApplicationsPage frame={frame(language)} staff={staff} page={page} />;
    },
  },
  {
    name: 'service-desk/application',
    render: (language) => (
      <DeskApplicationPage
        frame={frame(language)}
        staff={staff}
        application={application}
        waiting="one"
        notes={[...view.notes, ...view.notes]}
        done
        note="x"
      />
    ),
  },
];

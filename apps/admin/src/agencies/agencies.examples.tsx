import type { EnterpriseNumber, FedId, Language } from '#libs/kernel';
import type { PageExample } from '#libs/ui';
import { exampleDossier } from '../applications/example-dossier.js';
import { Problems, Typed } from '../frame/form/typed.js';
import { pageAsked, pageOfRows, queryFor, selectRows } from '../frame/list/list.js';
import { adminExampleFrame as frame, exampleStaff } from '../gallery/example-frame.js';
import { AgenciesPage, agencyList } from './agencies.page.js';
import { AgencyPage } from './agency.page.js';
import { agreementExamples } from './agreement/agreement.examples.js';
import type { BasisMessage } from './authorisation-form.js';
import { DocumentPage } from './documents/document.page.js';
import { agencyRecordsExamples } from './records/agency-records.examples.js';
import { BasisPage } from './basis.page.js';
import { agencyListsExamples, manyServices } from './lists/agency-lists.examples.js';
import { peopleList } from './people/people-list.js';
import { PeoplePage } from './people/people.page.js';
import type { PersonMessage } from './people/person-form.js';

const staff = exampleStaff('agency-manager');
const at = new Date('2026-03-09T08:40:00Z');
const number = '0671516647' as EnterpriseNumber;
const fedId = 'ab'.repeat(20) as FedId;
const NAME = {
  nl: 'Dienst Voorbeeld',
  fr: 'Service Exemple',
  de: 'Dienst Beispiel',
  en: 'Example Agency',
};
const agency = { number, name: NAME, state: 'active' } as const;
const signed = { ...agency, agreementVersion: '1.0' } as const;
const people = (['agency-manager', 'agency-signatory', 'agency-integrator'] as const).map((role, index) => ({
  id: `${index}`,
  fedId,
  role,
  scope: { kind: 'agency', agency: number } as const,
  reason: 'Astrid Agenda',
  grantedAt: at,
}));
const basis = {
  id: 'b',
  kind: 'RR_21_2015',
  reference: 'RR 21/2015',
  attributes: ['egovNRN'],
  validFrom: '2026-01-01',
  validUntil: '2026-12-31',
} as const;
const document = {
  id: '11111111-2222-3333-4444-777777777777',
  kind: basis.kind,
  reference: basis.reference,
  hash: 'cd'.repeat(32),
  size: 120_000,
  uploadedAt: at,
} as const;
const typed = Typed.of({});

const listOf =
  (agencies: readonly (typeof agency | typeof signed)[]): PageExample['render'] =>
  (language) => {
    const definition = agencyList(language);
    const query = queryFor(definition, {});
    const page = pageOfRows(selectRows(definition, agencies, query), query);
    return <AgenciesPage frame={frame(language)} staff={staff} page={page} />;
  };

/** The agencies, and what belongs to one. */
export const agenciesExamples: readonly PageExample[] = [
  { name: 'agencies', render: listOf([agency, signed]) },
  { name: 'agencies-none', render: listOf([]) },
  {
    name: 'agency-new',
    render: (language) => (
      <AgencyPage
        frame={frame(language)}
        staff={staff}
        agency={agency}
        services={[]}
        bases={[]}
        people={[]}
        documents={[]}
        now={at}
      />
    ),
  },
  {
    name: 'agency',
    render: (language) => (
      <AgencyPage
        frame={frame(language)}
        staff={staff}
        agency={signed}
        services={manyServices}
        bases={[basis]}
        people={people}
        documents={[document]}
        now={at}
        asked={[{ id: 'one', title: 'RR 34/2026', requestedAt: at, expiresAt: at }]}
      />
    ),
  },
  ...agencyListsExamples,
  ...agencyRecordsExamples,
  {
    name: 'agency-suspended',
    render: (language) => (
      <AgencyPage
        frame={frame(language)}
        staff={exampleStaff('service-desk')}
        agency={{ ...signed, state: 'suspended', suspension: { since: at, reason: 'CSAM' } }}
        services={[exampleDossier('int-active')]}
        bases={[basis]}
        people={people}
        documents={[]}
        now={at}
        resuming
      />
    ),
  },
  ...[false, true].map((wrong) => ({
    name: wrong ? 'basis-document-problem' : 'basis-document',
    render: (language: Language) => (
      <DocumentPage
        frame={frame(language)}
        staff={staff}
        agency={number}
        basis={basis}
        problems={new Problems({ document: wrong ? 'documentType' : undefined })}
      />
    ),
  })),
  {
    name: 'agency-people',
    render: (language) => (
      <PeoplePage
        frame={frame(language)}
        staff={staff}
        agency={number}
        page={pageAsked(peopleList(language, number, true), people, {})}
        told="asked"
      />
    ),
  },
  {
    name: 'agency-people-problems',
    render: (language) => (
      <PeoplePage
        frame={frame(language)}
        staff={staff}
        agency={number}
        page={pageAsked(peopleList(language, number, true), [], {})}
        told="last-manager"
        problems={
          new Problems<PersonMessage>({
            role: 'roleMissing',
            name: 'nameWrong',
            firm: 'firmWrong',
            number: 'numberWrong',
            reason: 'reasonWrong',
          })
        }
      />
    ),
  },
  {
    name: 'agency-basis',
    render: (language) => (
      <BasisPage
        frame={frame(language)}
        staff={staff}
        agency={number}
        typed={typed}
        problems={new Problems()}
      />
    ),
  },
  {
    name: 'agency-basis-problems',
    render: (language) => (
      <BasisPage
        frame={frame(language)}
        staff={staff}
        agency={number}
        typed={Typed.of({ validUntil: '2025-01-01' })}
        problems={
          new Problems<BasisMessage>({
            kind: 'missing',
            reference: 'basisKnown',
            validFrom: 'date',
            validUntil: 'order',
            document: 'documentNeeded',
            attributes: 'attributesMissing',
          })
        }
      />
    ),
  },
  ...agreementExamples,
];

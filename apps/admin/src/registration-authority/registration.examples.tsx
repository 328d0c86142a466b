import type { EnterpriseNumber, FedId, Language } from '#libs/kernel';
import type { PageExample } from '#libs/ui';
import { Problems, Typed } from '../frame/form/typed.js';
import { pageAsked, pageOfRows, queryFor, selectRows } from '../frame/list/list.js';
import { adminExampleFrame as frame, exampleStaff } from '../gallery/example-frame.js';
import { ComparePage } from './compare.page.js';
import { monthCounts, registrationList } from './office-list.js';
import { OfficePage } from './office.page.js';
import { officerList } from './officers/officer-list.js';
import { OfficersPage } from './officers/officers.page.js';
import { officesList, type ListedOffice } from './offices-list.js';
import { OfficesPage } from './offices.page.js';
import { PaperPage } from './paper.page.js';
import { PresentPage } from './present.page.js';
import { DOCUMENT_TYPES } from './registration-rules.js';
import { RegistrationPage } from './registration.page.js';
import type { Registration } from './registrations.store.js';

const officer = exampleStaff('lra-officer');
const head = exampleStaff('lra-manager');
const at = new Date('2026-03-09T08:40:00Z');
const fedId = 'ab'.repeat(20) as FedId;
const office = {
  code: '99901',
  agency: '0671516647' as EnterpriseNumber,
  officers: 3,
  name: { nl: 'Voorbeeldegem', fr: 'Exempleville', de: 'Beispielstadt', en: 'Exampleton' },
};

const registrations: readonly Registration[] = DOCUMENT_TYPES.map((documentType, index) => ({
  id: `${index}`,
  office: office.code,
  officer: fedId,
  fedId,
  activationId: 'a',
  documentType,
  documentCountry: 'FR',
  at,
  state: index % 2 === 0 ? 'used' : 'open',
}));
const [first] = registrations;

const draft = {
  office: office.code,
  identity: { givenName: 'Olga Maria', surname: 'Oplettend' },
  maskedNumber: '74.02.10-***.**',
  document: { type: 'passport', country: 'FR', number: '12AB34567', expiry: '2035-01-31' },
} as const;

const officers = (language: Language) =>
  officerList({ language, office: office.code, appoints: true, now: at });

const officesExample =
  (offices: readonly ListedOffice[]): PageExample['render'] =>
  (language) => (
    <OfficesPage
      frame={frame(language)}
      staff={officer}
      page={pageAsked(officesList(language), offices, {})}
    />
  );

function officeExample(rows: readonly Registration[]): PageExample['render'] {
  return (language) => {
    const definition = registrationList(language);
    const query = queryFor(definition, {});
    return (
      <OfficePage
        frame={frame(language)}
        staff={officer}
        office={office}
        definition={definition}
        page={pageOfRows(selectRows(definition, rows, query), query)}
        months={monthCounts(rows, at)}
      />
    );
  };
}

/** Registration offices: from the counter to the paper. */
export const registrationExamples: readonly PageExample[] = [
  {
    name: 'registration/offices',
    render: officesExample([office, { ...office, code: '99902', officers: 0 }]),
  },
  {
    name: 'registration/offices-none',
    render: officesExample([]),
  },
  { name: 'registration/office', render: officeExample(registrations) },
  { name: 'registration/office-empty', render: officeExample([]) },
  {
    name: 'registration/present',
    render: (language) => <PresentPage frame={frame(language)} staff={officer} office={office.code} />,
  },
  {
    name: 'registration/present-refused',
    render: (language) => (
      <PresentPage
        frame={frame(language)}
        staff={officer}
        office={office.code}
        refused="unavailable"
        typed={{ number: '1' }}
        problems={new Problems({ number: 'numberWrong', documentType: 'typeMissing', expiry: 'expired' })}
      />
    ),
  },
  {
    name: 'registration/compare',
    render: (language) => (
      <ComparePage frame={frame(language)} staff={officer} id="one" draft={draft} keys={0} />
    ),
  },
  {
    name: 'registration/compare-lost-keys',
    render: (language) => (
      <ComparePage
        frame={frame(language)}
        staff={officer}
        id="one"
        draft={draft}
        keys={2}
        typed={Typed.of({ mail: 'olga' })}
        refused="mail-of-another"
        problems={
          new Problems({ faceCompared: 'faceNotCompared', replaceLost: 'lostMissing', mail: 'mailWrong' })
        }
      />
    ),
  },
  {
    name: 'registration/paper',
    render: (language) => (
      <PaperPage
        frame={frame(language)}
        staff={officer}
        office={office.code}
        code="K7MP-2QXW-9FHT"
        language={language}
        until={at}
      />
    ),
  },
  {
    name: 'registration/officers',
    render: (language) => (
      <OfficersPage
        frame={frame(language)}
        staff={head}
        office={office.code}
        definition={officers(language)}
        page={pageAsked(officers(language), [{ id: 'one', reason: 'Lars Loket', grantedAt: at }], {})}
        told="asked"
      />
    ),
  },
  {
    name: 'registration/officers-none',
    render: (language) => (
      <OfficersPage
        frame={frame(language)}
        staff={head}
        office={office.code}
        definition={officers(language)}
        page={pageAsked(officers(language), [], {})}
        problems={new Problems({ name: 'nameWrong', number: 'numberWrong', reason: 'reasonWrong' })}
      />
    ),
  },
  ...(first === undefined
    ? []
    : [
        {
          name: 'registration/one',
          render: (language) => (
            <RegistrationPage
              frame={frame(language)}
              staff={officer}
              registration={{ ...first, state: 'open' }}
              done
            />
          ),
        } satisfies PageExample,
      ]),
];

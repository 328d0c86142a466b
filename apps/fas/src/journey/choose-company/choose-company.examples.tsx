import type { EnterpriseOption } from '#libs/attributes';
import type { EnterpriseNumber, EstablishmentNumber } from '#libs/kernel';
import { exampleFrame, exampleService } from '#libs/ui';
import type { PageExample } from '#libs/ui';
import { EXAMPLE_JOURNEY } from '../../gallery/example-journey.js';
import { ChooseCompanyPage, type ChooseCompanyProps } from './choose-company.page.js';

const OPTIONS: readonly EnterpriseOption[] = [
  {
    number: '0999900150' as EnterpriseNumber,
    name: 'Bakkerij De Verzonnen Kruimel BV',
    mandates: [
      { kind: 'function', name: 'Manager' },
      { kind: 'role', name: 'DossierBeheerder' },
    ],
  },
  {
    number: '0999900150' as EnterpriseNumber,
    name: 'Bakkerij De Verzonnen Kruimel BV',
    establishment: '2999900192' as EstablishmentNumber,
    establishmentName: 'Kruimel aan zee',
    mandates: [{ kind: 'role', name: 'Boekhouder' }],
  },
  { number: '0999900348' as EnterpriseNumber, mandates: [{ kind: 'function', name: 'Board member' }] },
];

function example(name: string, more: Partial<ChooseCompanyProps>): PageExample {
  return {
    name: `company/${name}`,
    render: (language) => (
      <ChooseCompanyPage
        frame={exampleFrame(language)}
        service={exampleService(language)}
        journeyAddress={EXAMPLE_JOURNEY}
        state="list"
        shown={OPTIONS}
        count={OPTIONS.length}
        total={OPTIONS.length}
        {...more}
      />
    ),
  };
}

export const chooseCompanyExamples: readonly PageExample[] = [
  example('few', {}),
  example('many', { search: '', count: 24, total: 24 }),
  example('nothing-found', { search: 'zzz', shown: [], count: 0, total: 24 }),
  example('incomplete', { incomplete: true }),
  example('none', { state: 'none', shown: [], count: 0, total: 0 }),
  example('away', { state: 'away', shown: [], count: 0, total: 0 }),
];

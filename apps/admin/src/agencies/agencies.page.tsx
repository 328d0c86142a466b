import { formatEnterpriseNumber, type Language } from '#libs/kernel';
import type { RegisteredAgency } from '#libs/agencies';
import { Buttons, LinkButton, type PageFrame } from '#libs/ui';
import { AdminPage } from '../frame/admin-page.js';
import { ListTable } from '../frame/list/list-table.js';
import type { ListDefinition, ListPage } from '../frame/list/list.js';
import type { StaffView } from '../frame/staff-view.js';
import { AGREEMENT_VERSION } from './agreement/agreement.js';
import { agenciesTexts } from './agencies.texts.js';

/** The list of agencies in words of a language. */
export function agencyList(language: Language): ListDefinition<RegisteredAgency> {
  const t = agenciesTexts.in(language);
  return {
    caption: t('listTitle'),
    columns: [
      {
        key: 'name',
        heading: t('name'),
        text: ({ name }) => name[language],
        cell: ({ name, number }) => <a href={`/agencies/${number}`}>{name[language]}</a>,
      },
      { key: 'number', heading: t('number'), text: ({ number }) => formatEnterpriseNumber(number) },
      { key: 'state', heading: t('state'), text: ({ state }) => t(state) },
      {
        key: 'agreement',
        heading: t('agreement'),
        text: ({ agreementVersion }) => agreementWords(agreementVersion, language),
      },
    ],
    filters: [
      {
        name: 'state',
        label: t('state'),
        options: (['active', 'suspended'] as const).map((state) => ({ value: state, label: t(state) })),
        matches: ({ state }, value) => state === value,
      },
      {
        name: 'agreement',
        label: t('agreement'),
        options: [{ value: 'none', label: t('agreementNone') }],
        matches: ({ agreementVersion }) => agreementVersion !== AGREEMENT_VERSION,
      },
    ],
  };
}

export const agreementWords = (version: string | undefined, language: Language): string => {
  const t = agenciesTexts.in(language);
  if (version === undefined) return t('agreementNone');
  const old = version !== AGREEMENT_VERSION;
  return old ? t('agreementOld', { version, now: AGREEMENT_VERSION }) : t('agreementSigned', { version });
};

export interface AgenciesProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly page: ListPage<RegisteredAgency>;
}

/** The agencies that somebody may see. */
export function AgenciesPage({ frame, staff, page }: AgenciesProps) {
  const t = agenciesTexts.in(frame.language);
  return (
    <AdminPage frame={frame} staff={staff} section="agencies" title={t('listTitle')} wide>
      <h1>{t('listTitle')}</h1>
      <ListTable
        frame={frame}
        path="/agencies"
        definition={agencyList(frame.language)}
        page={page}
        empty={<p>{t('none')}</p>}
      />
      <Buttons>
        <LinkButton href="/join" look="secondary">
          {t('register')}
        </LinkButton>
      </Buttons>
    </AdminPage>
  );
}

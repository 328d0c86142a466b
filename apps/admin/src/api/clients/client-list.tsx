import { apiClientState, type ApiClient } from '#libs/agencies';
import type { Language } from '#libs/kernel';
import { formatDate, labelled } from '#libs/texts';
import type { ListColumn, ListDefinition } from '../../frame/list/list.js';
import { clientTexts } from './client.texts.js';

const STATES = ['usable', 'agency-suspended', 'ended', 'withdrawn'] as const;

export interface ClientListOf {
  readonly language: Language;
  readonly agency: string;
  readonly agencyState: 'active' | 'suspended';
  /** The reader may withdraw one. */
  readonly manages: boolean;
  readonly now: Date;
}

/** The programs of an agency as a list. */
export function clientList(of: ClientListOf): ListDefinition<ApiClient> {
  const { language, agencyState, now, manages } = of;
  const t = clientTexts.in(language);
  const stateOf = (client: ApiClient) => apiClientState(client, agencyState, now);
  return {
    caption: t('title'),
    columns: [
      {
        key: 'name',
        heading: `${t('name')}, ${t('id')}`,
        text: ({ name, id }) => `${name}, ${id}`,
        cell: ({ name, id }) => (
          <>
            {name}
            <code class="small under">{id}</code>
          </>
        ),
      },
      { key: 'right', heading: t('right'), text: (client) => rightWords(client, language) },
      {
        key: 'ends',
        heading: t('endsOn'),
        // It ends as its last day does.
        text: ({ endsAt }) => formatDate(new Date(endsAt.getTime() - 1), language),
        order: ({ endsAt }) => endsAt.getTime(),
      },
      {
        key: 'used',
        heading: t('usedAt'),
        text: ({ usedAt }) => (usedAt === undefined ? t('never') : formatDate(usedAt, language)),
        order: ({ usedAt }) => usedAt?.getTime() ?? 0,
      },
      {
        key: 'state',
        heading: t('state'),
        text: (client) => t(stateOf(client)),
        cell: (client) => <span data-client-state={stateOf(client)}>{t(stateOf(client))}</span>,
      },
      ...(manages ? [withdrawal(of)] : []),
    ],
    filters: [
      {
        name: 'state',
        label: t('state'),
        options: STATES.map((state) => ({ value: state, label: t(state) })),
        matches: (client, value) => stateOf(client) === value,
      },
    ],
  };
}

function withdrawal({ language, agency, agencyState, now }: ClientListOf): ListColumn<ApiClient> {
  const label = clientTexts.in(language)('withdraw');
  return {
    key: 'withdraw',
    heading: label,
    text: () => '',
    cell: (client) =>
      apiClientState(client, agencyState, now) === 'withdrawn' ? (
        '–'
      ) : (
        <a
          href={`/agencies/${agency}/api-clients/${client.id}`}
          aria-label={labelled(label, client.name, language)}
        >
          {label}
        </a>
      ),
    sortable: false,
  };
}

function rightWords({ rights }: ApiClient, language: Language): string {
  const t = clientTexts.in(language);
  const right = t(rights.includes('write') ? 'write' : 'read');
  return rights.includes('audit') ? t('withAudit', { right }) : right;
}

import { formatEnterpriseNumber, formatEstablishmentNumber } from '#libs/kernel';
import type { EnterpriseOption } from '#libs/attributes';
import { formatList } from '#libs/texts';
import { Button, Form, LinkButton, Notice, Page, TextField } from '#libs/ui';
import type { PageFrame, ServiceParty } from '#libs/ui';
import { chooseCompanyTexts } from './choose-company.texts.js';
import { valueOfChoice } from './company-choice.js';

export interface ChooseCompanyProps {
  readonly frame: PageFrame;
  readonly service: ServiceParty;
  /** `/fas/sign-in/<journeyId>` */
  readonly journeyAddress: string;
  readonly state: 'list' | 'none' | 'away';
  readonly shown: readonly EnterpriseOption[];
  /** Those that fit the search. */
  readonly count: number;
  /** All for which the person may act. */
  readonly total: number;
  /** What the person searched for; undefined when there is nothing to search. */
  readonly search?: string | undefined;
  /** A source did not answer: there may be more. */
  readonly incomplete?: boolean;
}

const TITLES = { list: 'title', none: 'titleNone', away: 'titleAway' } as const;

/** For which enterprise does the person sign in? */
export function ChooseCompanyPage(props: ChooseCompanyProps) {
  const { frame, service, journeyAddress, state } = props;
  const t = chooseCompanyTexts.in(frame.language);
  const title = t(TITLES[state]);
  return (
    <Page frame={frame} title={title} service={service} problem={state !== 'list'}>
      <h1>{title}</h1>
      {state === 'list' && <List {...props} />}
      {state === 'none' && (
        <>
          <p class="lead">{t('none', { ...service })}</p>
          <p>{t('noneWhat')}</p>
        </>
      )}
      {state === 'away' && (
        <>
          <p class="lead">{t('away')}</p>
          <div class="buttons">
            <LinkButton href={`${journeyAddress}/company`}>{t('tryAgain')}</LinkButton>
          </div>
        </>
      )}
      <Form frame={frame} action={`${journeyAddress}/cancel`}>
        <Button look="secondary">{t('cancel', { ...service })}</Button>
      </Form>
    </Page>
  );
}

function List(props: ChooseCompanyProps) {
  const { frame, service, journeyAddress, shown, count, search, incomplete } = props;
  const t = chooseCompanyTexts.in(frame.language);
  const address = `${journeyAddress}/company`;
  return (
    <>
      <p class="lead">{t('lead', { ...service })}</p>
      {incomplete === true && (
        <Notice kind="warning" title={t('incompleteTitle')}>
          <p>
            {t('incomplete')} <a href={address}>{t('tryAgain')}</a>
          </p>
        </Notice>
      )}
      {search !== undefined && <Search {...props} search={search} />}
      {shown.length === 0 ? (
        <p>{t('nothingFound', { search: search ?? '' })}</p>
      ) : (
        <Form frame={frame} action={address}>
          <ul class="tiles">
            {shown.map((option) => (
              <Option key={valueOfChoice(option)} option={option} frame={frame} />
            ))}
          </ul>
        </Form>
      )}
      {count > shown.length && <p class="soft">{t('more', { shown: shown.length, count })}</p>}
    </>
  );
}

function Search({ frame, journeyAddress, search, total }: ChooseCompanyProps & { readonly search: string }) {
  const t = chooseCompanyTexts.in(frame.language);
  return (
    <form class="form" method="get" action={`${journeyAddress}/company`} role="search">
      <TextField
        language={frame.language}
        name="q"
        label={t('search', { total })}
        value={search}
        autocomplete="off"
      />
      <Button look="secondary">{t('searchButton')}</Button>
    </form>
  );
}

/** One press chooses. */
function Option({ option, frame: { language } }: { option: EnterpriseOption; frame: PageFrame }) {
  const t = chooseCompanyTexts.in(language);
  const { number, name, establishment, establishmentName, mandates } = option;
  const formatted = formatEnterpriseNumber(number);
  const held = formatList([...new Set(mandates.map((mandate) => mandate.name))], language);
  return (
    <li>
      <Button look="choice" name="enterprise" value={valueOfChoice(option)}>
        <strong>{name ?? t('enterprise', { number: formatted })}</strong>
        {establishment !== undefined && (
          <span>{t('unit', { unit: establishmentName ?? formatEstablishmentNumber(establishment) })}</span>
        )}
        <span class="small">{t('held', { number: formatted, held })}</span>
      </Button>
    </li>
  );
}

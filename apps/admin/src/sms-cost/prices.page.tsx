import { Button, Buttons, ErrorSummary, Form, LinkButton, Notice, TextField, type PageFrame } from '#libs/ui';
import { AdminPage } from '../frame/admin-page.js';
import { Problems, Typed } from '../frame/form/typed.js';
import { ListTable } from '../frame/list/list-table.js';
import type { ListPage } from '../frame/list/list.js';
import type { StaffView } from '../frame/staff-view.js';
import { priceList, type ListedPrice } from './price-list.js';
import { smsCostTexts } from './sms-cost.texts.js';

export type PriceProblem = 'monthWrong' | 'monthOver' | 'monthTaken' | 'centsWrong';

export interface PricesProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly page: ListPage<ListedPrice>;
  readonly typed?: Typed;
  readonly problems?: Problems<PriceProblem>;
  readonly entered?: boolean;
}

/** Prices with the months for which they hold; operators enter the next one. */
export function PricesPage(props: PricesProps) {
  const { frame, staff, page, problems = new Problems<PriceProblem>(), entered = false } = props;
  const { language } = frame;
  const t = smsCostTexts.in(language);
  return (
    <AdminPage frame={frame} staff={staff} section="reports" title={t('pricesTitle')} problem={problems.any}>
      <h1>{t('pricesTitle')}</h1>
      <ErrorSummary language={language} problems={problems.all((message) => t(message))} />
      {entered && (
        <Notice kind="success">
          <p>{t('entered')}</p>
        </Notice>
      )}
      <p class="lead">{t('pricesLead')}</p>
      <ListTable
        frame={frame}
        path="/sms-cost/prices"
        definition={priceList(language)}
        page={page}
        empty={<p>{t('noPrices')}</p>}
      />
      {staff.rights.has('operations.manage') && <NewPrice {...props} problems={problems} />}
      <LinkButton href="/sms-cost" look="quiet">
        {t('backToCost')}
      </LinkButton>
    </AdminPage>
  );
}

function NewPrice({
  frame,
  typed = Typed.of({}),
  problems,
}: PricesProps & { readonly problems: Problems<PriceProblem> }) {
  const { language } = frame;
  const t = smsCostTexts.in(language);
  const error = (field: string) => {
    const message = problems.at(field);
    return message && t(message);
  };
  return (
    <section class="flow">
      <h2>{t('newPrice')}</h2>
      <Form frame={frame} action="/sms-cost/prices">
        <TextField
          language={language}
          name="validFrom"
          label={t('validFrom')}
          hint={t('monthHint')}
          value={typed.text('validFrom')}
          error={error('validFrom')}
          autocomplete="off"
        />
        <TextField
          language={language}
          name="cents"
          label={t('cents')}
          hint={t('centsHint')}
          value={typed.text('cents')}
          error={error('cents')}
          inputmode="decimal"
          autocomplete="off"
        />
        <Buttons>
          <Button>{t('enter')}</Button>
        </Buttons>
      </Form>
    </section>
  );
}

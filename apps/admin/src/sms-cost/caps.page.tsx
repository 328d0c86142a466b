import { Button, Buttons, ErrorSummary, Form, LinkButton, Notice, TextField, type PageFrame } from '#libs/ui';
import { AdminPage } from '../frame/admin-page.js';
import type { Problems, Typed } from '../frame/form/typed.js';
import { ListTable } from '../frame/list/list-table.js';
import type { ListPage } from '../frame/list/list.js';
import type { StaffView } from '../frame/staff-view.js';
import { capList } from './cap-list.js';
import type { CappedApplication } from './sms-cost-desk.js';
import { smsCostTexts } from './sms-cost.texts.js';

interface Common {
  readonly frame: PageFrame;
  readonly staff: StaffView;
}

export interface CapsProps extends Common {
  readonly page: ListPage<CappedApplication>;
  readonly kept?: boolean;
}

/** How much of its cap each application used this month. */
export function CapsPage({ frame, staff, page, kept = false }: CapsProps) {
  const { language } = frame;
  const t = smsCostTexts.in(language);
  return (
    <AdminPage frame={frame} staff={staff} section="reports" title={t('caps')} wide>
      <h1>{t('caps')}</h1>
      {kept && (
        <Notice kind="success">
          <p>{t('kept')}</p>
        </Notice>
      )}
      <p class="lead">{t('capsLead')}</p>
      <ListTable
        frame={frame}
        path="/sms-cost/caps"
        definition={capList(language, staff.rights.has('application.manage'))}
        page={page}
        empty={<p>{t('noCaps')}</p>}
      />
      <LinkButton href="/sms-cost" look="quiet">
        {t('backToCost')}
      </LinkButton>
    </AdminPage>
  );
}

export type CapProblem = 'messagesWrong' | 'addressWrong';

export interface CapProps extends Common {
  readonly application: Pick<CappedApplication, 'id' | 'name'>;
  readonly typed: Typed;
  readonly problems: Problems<CapProblem>;
}

/** Sets the cap of one application, and who is told. */
export function CapPage({ frame, staff, application, typed, problems }: CapProps) {
  const { language } = frame;
  const t = smsCostTexts.in(language);
  const title = t('capTitle', { name: application.name[language] });
  const error = (field: string) => {
    const message = problems.at(field);
    return message && t(message);
  };
  return (
    <AdminPage frame={frame} staff={staff} section="reports" title={title} problem={problems.any}>
      <h1>{title}</h1>
      <ErrorSummary language={language} problems={problems.all((message) => t(message))} />
      <p class="lead">{t('capsLead')}</p>
      <Form frame={frame} action={`/sms-cost/caps/${application.id}`}>
        <TextField
          language={language}
          name="messages"
          label={t('capMessages')}
          value={typed.text('messages')}
          error={error('messages')}
          inputmode="numeric"
          autocomplete="off"
        />
        <TextField
          language={language}
          name="address"
          type="email"
          label={t('address')}
          hint={t('addressHint')}
          value={typed.text('address')}
          error={error('address')}
          autocomplete="off"
        />
        <Buttons>
          <Button>{t('keep')}</Button>
          <LinkButton href="/sms-cost/caps" look="quiet">
            {t('cancel')}
          </LinkButton>
        </Buttons>
      </Form>
    </AdminPage>
  );
}

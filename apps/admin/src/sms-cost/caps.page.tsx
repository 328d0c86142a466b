import type { Language } from '#libs/kernel';
import {
  Button,
  Buttons,
  DataTable,
  ErrorSummary,
  Form,
  LinkButton,
  Notice,
  TextField,
  type PageFrame,
} from '#libs/ui';
import { AdminPage } from '../frame/admin-page.js';
import type { Problems, Typed } from '../frame/form/typed.js';
import type { StaffView } from '../frame/staff-view.js';
import { number } from '../reports/dashboard/figures.js';
import type { CappedApplication } from './sms-cost-desk.js';
import { smsCostTexts } from './sms-cost.texts.js';

interface Common {
  readonly frame: PageFrame;
  readonly staff: StaffView;
}

export interface CapsProps extends Common {
  readonly applications: readonly CappedApplication[];
  readonly kept?: boolean;
}

/** How much of its cap each application used this month. */
export function CapsPage({ frame, staff, applications, kept = false }: CapsProps) {
  const { language } = frame;
  const t = smsCostTexts.in(language);
  const maySet = staff.rights.has('application.manage');
  const headings = ['application', 'used', 'cap'] as const;
  return (
    <AdminPage frame={frame} staff={staff} section="reports" title={t('caps')} wide>
      <h1>{t('caps')}</h1>
      {kept && (
        <Notice kind="success">
          <p>{t('kept')}</p>
        </Notice>
      )}
      <p class="lead">{t('capsLead')}</p>
      {applications.length === 0 ? (
        <p>{t('noCaps')}</p>
      ) : (
        <DataTable
          caption={t('caps')}
          columns={[
            ...headings.map((name, at) => ({ heading: t(name), number: at > 0 })),
            ...(maySet ? [{ heading: t('change') }] : []),
          ]}
          rows={applications.map((each) => [
            `${each.name[language]} (${each.environment})`,
            usedOf(each, language),
            each.cap === undefined ? t('none') : number(each.cap.messages, language),
            ...(maySet ? [<a href={`/sms-cost/caps/${each.id}`}>{t('change')}</a>] : []),
          ])}
        />
      )}
      <LinkButton href="/sms-cost" look="quiet">
        {t('backToCost')}
      </LinkButton>
    </AdminPage>
  );
}

function usedOf({ cap }: CappedApplication, language: Language): string {
  if (cap === undefined) return '–';
  const share = Math.floor((cap.used / cap.messages) * 100);
  return `${number(cap.used, language)} (${number(share, language)} %)`;
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

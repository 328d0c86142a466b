import { Button, Buttons, ErrorSummary, TextField, type PageFrame } from '#libs/ui';
import { AdminPage } from '../frame/admin-page.js';
import type { StaffView } from '../frame/staff-view.js';
import type { AgencyMessage } from './agency-form.js';
import { agencyMessage } from './agency-message.js';
import { agenciesTexts } from './agencies.texts.js';

export interface NumberProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly number: string;
  readonly problem?: AgencyMessage;
}

/** Which agency it is about; the rest is asked when the KBO knows it. */
export function NumberPage({ frame, staff, number, problem }: NumberProps) {
  const { language } = frame;
  const t = agenciesTexts.in(language);
  const message = problem && agencyMessage(problem, language);
  return (
    <AdminPage
      frame={frame}
      staff={staff}
      section="join"
      title={t('register')}
      problem={problem !== undefined}
    >
      <h1>{t('register')}</h1>
      <ErrorSummary language={language} problems={message ? [{ field: 'number', message }] : []} />
      <p class="lead">{t('registerLead')}</p>
      <form class="form" method="get" action="/join" noValidate>
        <TextField
          language={language}
          name="number"
          label={t('number')}
          hint={t('numberHint')}
          value={number}
          error={message}
          inputmode="numeric"
          autocomplete="off"
        />
        <Buttons>
          <Button>{t('lookUp')}</Button>
        </Buttons>
      </form>
    </AdminPage>
  );
}

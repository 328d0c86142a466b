import { formatDateTime } from '#libs/texts';
import { Buttons, LinkButton, Notice, SummaryList, type PageFrame } from '#libs/ui';
import { AdminPage } from '../frame/admin-page.js';
import type { StaffView } from '../frame/staff-view.js';
import { paperTexts } from './paper.texts.js';
import { registrationTexts } from './registration.texts.js';
import type { Registration } from './registrations.store.js';

export interface RegistrationProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly registration: Registration;
  readonly done?: boolean;
}

/** One registration afterwards: while it waits for the person, the link can be mailed again or all of it withdrawn. */
export function RegistrationPage({ frame, staff, registration, done = false }: RegistrationProps) {
  const { language } = frame;
  const t = registrationTexts.in(language);
  const say = paperTexts.in(language);
  const { id, office, state, at, documentType, documentCountry } = registration;
  const canAct = state === 'open' && staff.rights.has('registration.enrol');
  return (
    <AdminPage frame={frame} staff={staff} section="registration" title={say('one')}>
      <h1>{say('one')}</h1>
      {done && (
        <Notice kind="success">
          <p>{say('ended')}</p>
        </Notice>
      )}
      <SummaryList
        items={[
          { label: t('when'), value: formatDateTime(at, language) },
          { label: t('document'), value: `${t(documentType)} (${documentCountry})` },
          { label: t('state'), value: <span data-state={state}>{t(state)}</span> },
        ]}
      />
      <Buttons>
        {canAct && <LinkButton href={`/registration/people/${id}/resend`}>{say('resend')}</LinkButton>}
        {canAct && (
          <LinkButton href={`/registration/people/${id}/withdraw`} look="secondary">
            {say('withdraw')}
          </LinkButton>
        )}
        <LinkButton href={`/registration/offices/${office}`} look="quiet">
          {t('back')}
        </LinkButton>
      </Buttons>
    </AdminPage>
  );
}

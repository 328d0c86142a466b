import { CONTACT_ROLES, type ContactRole } from '#libs/agencies';
import { formatDate } from '#libs/texts';
import { Button, Buttons, ErrorSummary, Form, LinkButton, Notice, TextField, type PageFrame } from '#libs/ui';
import { AdminPage } from '../../frame/admin-page.js';
import type { Problems, Typed } from '../../frame/form/typed.js';
import type { StaffView } from '../../frame/staff-view.js';
import { contactsTexts } from './contacts.texts.js';

export interface ContactsProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly id: string;
  readonly typed: Typed;
  readonly problems: Problems<'mail'>;
  /** Whose mail came back, and since when. */
  readonly returned: ReadonlyMap<ContactRole, Date>;
}

/** Whom CSAM writes to about a service. */
export function ContactsPage({ frame, staff, id, typed, problems, returned }: ContactsProps) {
  const { language } = frame;
  const t = contactsTexts.in(language);
  return (
    <AdminPage frame={frame} staff={staff} section="agencies" title={t('title')} problem={problems.any}>
      <h1>{t('title')}</h1>
      <ErrorSummary language={language} problems={problems.all((problem) => t(problem))} />
      <p class="lead">{t('lead')}</p>
      {returned.size > 0 && (
        <Notice kind="warning">
          <p>{t('returned')}</p>
          <ul>
            {[...returned].map(([role, since]) => (
              <li key={role} data-returned={role}>
                <a href={`#${role}`}>
                  {t('returnedSince', { what: t(role), date: formatDate(since, language) })}
                </a>
              </li>
            ))}
          </ul>
          <p>{t('returnedAdvice')}</p>
        </Notice>
      )}
      <Form frame={frame} action={`/services/${id}/contacts`}>
        {CONTACT_ROLES.map((role) => {
          const problem = problems.at(role);
          return (
            <TextField
              key={role}
              language={language}
              name={role}
              type="email"
              label={t(role)}
              hint={t(`about-${role}`)}
              value={typed.text(role)}
              error={problem && t(problem)}
              autocomplete="off"
              optional
            />
          );
        })}
        <Buttons>
          <Button>{t('save')}</Button>
          <LinkButton href={`/services/${id}`} look="quiet">
            {t('cancel')}
          </LinkButton>
        </Buttons>
      </Form>
    </AdminPage>
  );
}

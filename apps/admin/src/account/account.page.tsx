import { formatEnterpriseNumber } from '#libs/kernel';
import type { SignedInPerson } from '#libs/service-provider';
import type { HeldRole } from '#libs/staff';
import { formatDateTime } from '#libs/texts';
import { Notice, strengthWord, SummaryList, type PageFrame } from '#libs/ui';
import { AdminPage } from '../frame/admin-page.js';
import { adminPageTexts } from '../frame/admin-page.texts.js';
import { sectionsFor } from '../frame/sections.js';
import type { StaffView } from '../frame/staff-view.js';
import { roleTexts } from '../staff/role.texts.js';
import { accountTexts } from './account.texts.js';

export interface AccountProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly person: Pick<SignedInPerson, 'level' | 'authenticatedAt'>;
  readonly held: readonly HeldRole[];
}

/** Where somebody starts who signed in: their work, and the roles that it comes from. */
export function AccountPage({ frame, staff, person, held }: AccountProps) {
  const { language } = frame;
  const t = accountTexts.in(language);
  const title = staff.name === undefined ? t('title') : t('welcome', { name: staff.name });
  return (
    <AdminPage frame={frame} staff={staff} section="account" title={title}>
      <h1>{title}</h1>
      {held.length === 0 ? (
        <Notice>
          <p>{t('noRole')}</p>
        </Notice>
      ) : (
        <p class="lead">{t('lead')}</p>
      )}
      <Work frame={frame} staff={staff} />
      <h2>{t('roles')}</h2>
      {held.length > 0 && <Roles language={language} held={held} />}
      <SummaryList
        items={[
          { label: t('level'), value: strengthWord(person.level, language) },
          { label: t('since'), value: formatDateTime(person.authenticatedAt, language) },
        ]}
      />
    </AdminPage>
  );
}

function Work({ frame: { language }, staff }: Pick<AccountProps, 'frame' | 'staff'>) {
  const name = adminPageTexts.in(language);
  const sections = sectionsFor(staff.rights).filter(({ id }) => id !== 'account');
  if (sections.length === 0) return null;
  return (
    <ul class="bullets">
      {sections.map(({ id, href }) => (
        <li key={id}>
          <a class="standalone" href={href}>
            {name(id)}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Roles({ language, held }: Pick<AccountProps, 'held'> & Pick<PageFrame, 'language'>) {
  const role = roleTexts.in(language);
  return (
    <ul class="bullets">
      {held.map(({ role: name, scope }, index) => (
        <li key={index}>
          {role(name)}
          {scope.kind === 'agency' && ` (${formatEnterpriseNumber(scope.agency)})`}
          {scope.kind === 'office' && ` (${scope.office})`}
        </li>
      ))}
    </ul>
  );
}

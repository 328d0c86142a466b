import { Buttons, CopyButton, LinkButton, Notice, type PageFrame } from '#libs/ui';
import { AdminPage } from '../frame/admin-page.js';
import type { StaffView } from '../frame/staff-view.js';
import { secretTexts } from './secret.texts.js';
import { servicePageTexts } from './service-page.texts.js';

export interface SecretProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly id: string;
  readonly secret: string;
}

/** A client secret, for the only time that it can be read. */
export function SecretPage({ frame, staff, id, secret }: SecretProps) {
  const t = secretTexts.in(frame.language);
  return (
    <AdminPage frame={frame} staff={staff} section="agencies" title={t('secretTitle')}>
      <h1>{t('secretTitle')}</h1>
      <Notice kind="warning">
        <p>{t('secretLead')}</p>
      </Notice>
      <p>
        <code class="secret-value" data-secret>
          {secret}
        </code>
      </p>
      <CopyButton language={frame.language} value={secret} />
      <Buttons>
        <LinkButton href={`/services/${id}`}>{servicePageTexts.in(frame.language)('back')}</LinkButton>
      </Buttons>
    </AdminPage>
  );
}

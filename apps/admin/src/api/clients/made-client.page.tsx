import { Buttons, CopyButton, LinkButton, Notice, SummaryList, type PageFrame } from '#libs/ui';
import { AdminPage } from '../../frame/admin-page.js';
import type { StaffView } from '../../frame/staff-view.js';
import type { MadeClient } from './api-clients.service.js';
import { clientTexts } from './client.texts.js';

export interface MadeClientProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly agency: string;
  readonly made: MadeClient;
}

/** What the program needs, with its secret for the only time that it can be read. */
export function MadeClientPage({ frame, staff, agency, made: { id, secret } }: MadeClientProps) {
  const { language } = frame;
  const t = clientTexts.in(language);
  return (
    <AdminPage frame={frame} staff={staff} section="agencies" title={t('madeTitle')}>
      <h1>{t('madeTitle')}</h1>
      <Notice kind={secret === undefined ? 'success' : 'warning'}>
        <p>{t(secret === undefined ? 'madeKey' : 'madeSecret')}</p>
      </Notice>
      <SummaryList
        items={[
          { label: t('id'), value: <code data-api-client>{id}</code> },
          ...(secret === undefined
            ? []
            : [
                {
                  label: t('theSecret'),
                  value: (
                    <code class="secret-value" data-secret>
                      {secret}
                    </code>
                  ),
                },
              ]),
        ]}
      />
      {secret !== undefined && <CopyButton language={language} value={secret} />}
      <Buttons>
        <LinkButton href={`/agencies/${agency}/api-clients`}>{t('back')}</LinkButton>
      </Buttons>
    </AdminPage>
  );
}

import { Button, Buttons, Form, Notice, TextField } from '#libs/ui';
import type { SetupAddresses } from '../life/manage.js';
import { SetupFrame } from '../life/setup-frame.js';
import { CREATION_FIELDS } from './passkey-creation.js';
import { passkeySetupTexts } from './passkey.manage.texts.js';
import { passkeyScript } from './passkey.script.js';
import type { PasskeyCreation } from './passkey.service.js';
import { passkeyTexts } from './passkey.texts.js';

export type PasskeySetupProblem = 'no-script' | 'expired' | 'exists' | 'not-accepted';

export interface PasskeySetupProps extends SetupAddresses {
  readonly creation: PasskeyCreation;
  readonly label?: string | undefined;
  readonly problem?: PasskeySetupProblem | undefined;
}

const BLANK = Object.fromEntries(CREATION_FIELDS.map((name) => [name, '']));

/** A name, and the button that opens the browser's own dialogue. */
export function PasskeySetupPage({ creation, label, problem, ...of }: PasskeySetupProps) {
  const { language, nonce } = of.frame;
  const t = passkeySetupTexts.in(language);
  const prove = passkeyTexts.in(language);
  const script = nonce && <script defer nonce={nonce} src={passkeyScript.path} />;
  return (
    <SetupFrame of={of} title={t('title')} problem={problem !== undefined} end={script}>
      {problem === 'no-script' && (
        <Notice kind="problem" title={prove('noScriptTitle')}>
          <p>{t('noScript')}</p>
        </Notice>
      )}
      {problem !== undefined && problem !== 'no-script' && (
        <Notice kind="problem" title={t(`${problem}Title`)}>
          <p>{t(problem)}</p>
        </Notice>
      )}
      <p class="lead">{t('lead')}</p>
      <noscript>
        <Notice kind="warning" title={prove('noScriptTitle')}>
          <p>{t('noScript')}</p>
        </Notice>
      </noscript>
      <div class="flow" data-passkey="create" data-options={JSON.stringify(creation)}>
        <div hidden data-passkey-unsupported>
          <Notice kind="problem" title={prove('unsupportedTitle')}>
            <p>{t('unsupported')}</p>
          </Notice>
        </div>
        <div hidden data-passkey-failed>
          <Notice kind="problem" title={t('failedTitle')}>
            <p>{t('failed')}</p>
          </Notice>
        </div>
        <div hidden data-passkey-exists>
          <Notice kind="problem" title={t('existsTitle')}>
            <p>{t('exists')}</p>
          </Notice>
        </div>
        <div class="needs-script" data-passkey-ready>
          <Form frame={of.frame} action={of.action} fields={BLANK}>
            <TextField
              language={language}
              name="label"
              label={t('label')}
              hint={t('labelHint')}
              value={label}
              autocomplete="off"
            />
            <Buttons>
              <Button>{t('make')}</Button>
            </Buttons>
          </Form>
        </div>
      </div>
    </SetupFrame>
  );
}

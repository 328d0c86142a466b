import { Button, Buttons, CodeField, CopyButton, ErrorSummary, Form, TextField } from '#libs/ui';
import type { SetupAddresses } from '../life/manage.js';
import { BeginAgain, SetupFrame } from '../life/setup-frame.js';
import { setupTexts } from '../life/setup.texts.js';
import { QrCode } from './qr-code.js';
import { totpSetupTexts } from './totp.manage.texts.js';

export type TotpSetupState =
  | { readonly kind: 'show'; readonly secret: string; readonly link: string }
  /** The secret is not shown again; the app has it or the person begins anew. */
  | { readonly kind: 'ask'; readonly problem: 'missing' | 'wrong'; readonly label: string };

export interface TotpSetupProps extends SetupAddresses {
  readonly state: TotpSetupState;
}

/** The secret for the app, as picture, text and link, and the code that the app makes of it. */
export function TotpSetupPage({ state, ...of }: TotpSetupProps) {
  const { language } = of.frame;
  const t = totpSetupTexts.in(language);
  const message = state.kind === 'ask' ? t(state.problem) : undefined;
  return (
    <SetupFrame of={of} title={t('title')} problem={message !== undefined}>
      <ErrorSummary language={language} problems={message ? [{ field: 'code', message }] : []} />
      {state.kind === 'show' && <Secret of={of} state={state} />}
      <h2>{t('codeTitle')}</h2>
      <Form frame={of.frame} action={of.action}>
        <CodeField language={language} name="code" label={t('code')} hint={t('codeHint')} error={message} />
        <TextField
          language={language}
          name="label"
          label={t('label')}
          hint={t('labelHint')}
          value={state.kind === 'ask' ? state.label : undefined}
          autocomplete="off"
        />
        <Buttons>
          <Button>{setupTexts.in(language)('activate')}</Button>
        </Buttons>
      </Form>
      {state.kind === 'ask' && (
        <>
          <h2>{t('againTitle')}</h2>
          <p>{t('againWhy')}</p>
          <BeginAgain of={of} label={t('again')} />
        </>
      )}
    </SetupFrame>
  );
}

function Secret({
  of,
  state: { secret, link },
}: {
  readonly of: SetupAddresses;
  readonly state: Extract<TotpSetupState, { kind: 'show' }>;
}) {
  const { language } = of.frame;
  const t = totpSetupTexts.in(language);
  const groups = secret.match(/.{1,4}/g) ?? [];
  return (
    <>
      <h2>{t('scanTitle')}</h2>
      <p>{t('scan')}</p>
      <QrCode text={link} label={t('picture')} />
      <p>{t('type')}</p>
      <p class="reference-value secret-value" data-secret={secret}>
        {groups.join(' ')}
      </p>
      <CopyButton language={language} value={secret} />
      <p>
        <a class="standalone" href={link}>
          {t('link')}
        </a>
      </p>
      <p class="small soft">{t('once')}</p>
    </>
  );
}

import { Button, Buttons, Form, Page } from '#libs/ui';
import type { PageFrame } from '#libs/ui';
import { signedOutTexts } from './signed-out.texts.js';

export interface ConfirmSignOutProps {
  readonly frame: PageFrame;
  /** the form posts here: `logout` is `yes`, or empty to leave this service only */
  readonly action: string;
  /** protocol state that must come back with the decision */
  readonly fields?: Readonly<Record<string, string>>;
  /** names of the applications that share the session */
  readonly services: readonly string[];
}

/** Asked when a sign-out does not come from a service that proves it may ask for it. */
export function ConfirmSignOutPage({ frame, action, fields, services }: ConfirmSignOutProps) {
  const t = signedOutTexts.in(frame.language);
  return (
    <Page frame={frame} title={t('confirmTitle')}>
      <h1>{t('confirmTitle')}</h1>
      <p class="lead">{services.length > 0 ? t('confirm') : t('confirmNone')}</p>
      {services.length > 0 && (
        <ul class="bullets">
          {services.map((service) => (
            <li key={service}>{service}</li>
          ))}
        </ul>
      )}
      <Form frame={frame} action={action} fields={fields}>
        <Buttons>
          <Button name="logout" value="yes">
            {t('signOut')}
          </Button>
          <Button name="logout" value="" look="secondary">
            {t('stay')}
          </Button>
        </Buttons>
      </Form>
    </Page>
  );
}

import { Button, Buttons, Form, TextField } from '#libs/ui';
import type { SetupAddresses } from '../life/manage.js';
import { BeginAgain, SetupFrame } from '../life/setup-frame.js';
import { setupTexts } from '../life/setup.texts.js';
import type { RegistrationProblem } from './certificate-examiner.js';
import { ReadCertificate, RefusedCertificate } from './certificate.parts.js';
import { certificateSetupTexts } from './certificate.manage.texts.js';

export type CertificateSetupProblem = RegistrationProblem;

export type CertificateSetupState =
  | { readonly kind: 'read'; readonly holder: string; readonly issuer: string; readonly notAfter: Date }
  | { readonly kind: 'refused'; readonly problem: CertificateSetupProblem };

export interface CertificateSetupProps extends SetupAddresses {
  readonly state: CertificateSetupState;
}

/** What was read of the certificate, to be confirmed; or why it cannot be a key. */
export function CertificateSetupPage({ state, ...of }: CertificateSetupProps) {
  const t = certificateSetupTexts.in(of.frame.language);
  return (
    <SetupFrame of={of} title={t('title')} problem={state.kind === 'refused'}>
      {state.kind === 'read' ? (
        <Confirm of={of} state={state} />
      ) : (
        <Refused of={of} problem={state.problem} />
      )}
    </SetupFrame>
  );
}

interface ConfirmProps {
  readonly of: SetupAddresses;
  readonly state: Extract<CertificateSetupState, { kind: 'read' }>;
}

function Confirm({ of, state: told }: ConfirmProps) {
  const { language } = of.frame;
  const t = certificateSetupTexts.in(language);
  return (
    <>
      <p class="lead">{t('lead')}</p>
      <ReadCertificate language={language} told={told} />
      <p>{t('reminder')}</p>
      <Form frame={of.frame} action={of.action}>
        <TextField
          language={language}
          name="label"
          label={t('label')}
          hint={t('labelHint')}
          autocomplete="off"
        />
        <Buttons>
          <Button>{setupTexts.in(language)('activate')}</Button>
        </Buttons>
      </Form>
    </>
  );
}

function Refused({
  of,
  problem,
}: {
  readonly of: SetupAddresses;
  readonly problem: CertificateSetupProblem;
}) {
  const t = certificateSetupTexts.in(of.frame.language);
  return (
    <>
      <RefusedCertificate language={of.frame.language} problem={problem} />
      <BeginAgain of={of} label={t('again')} />
    </>
  );
}

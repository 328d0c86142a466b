import { Button, Buttons, Form, LinkButton, Notice, StepIndicator } from '#libs/ui';
import { CredentialsForm, CredentialsProblems } from '../password/credentials-form.js';
import type { FirstFactorState } from '../password/first-factor.js';
import { ProveFrame, Throttled, type ProveAddresses } from '../prove-frame.js';
import { proveTexts } from '../prove.texts.js';
import type { CertificateProblem } from './certificate.js';
import { certificateAdviceTexts, certificateProblemTexts } from './certificate-problem.texts.js';
import { certificateTexts } from './certificate.texts.js';

export type CertificateProveState =
  | FirstFactorState
  | {
      readonly kind: 'ask-certificate';
      readonly alreadySignedIn: boolean;
      readonly problem?: CertificateProblem;
    };

export interface CertificateProveProps extends ProveAddresses {
  readonly state: CertificateProveState;
}

/** User name and password first, unless already proven; then the button to the listener that asks the certificate. */
export function CertificateProvePage({ state, ...of }: CertificateProveProps) {
  const title = certificateTexts.in(of.frame.language)('title');
  const problem = state.kind === 'throttled' || state.problem !== undefined;
  return (
    <ProveFrame of={of} title={title} problem={problem}>
      {state.kind === 'ask-credentials' && <AskCredentials of={of} state={state} />}
      {state.kind === 'ask-certificate' && <AskCertificate of={of} state={state} />}
      {state.kind === 'throttled' && <Throttled of={of} waitMs={state.waitMs} />}
    </ProveFrame>
  );
}

type In<Kind> = { of: ProveAddresses; state: Extract<CertificateProveState, { kind: Kind }> };

function AskCredentials({ of, state }: In<'ask-credentials'>) {
  const form = { frame: of.frame, action: of.action, username: state.username, problem: state.problem };
  return (
    <>
      <CredentialsProblems {...form} />
      <StepIndicator language={of.frame.language} step={1} steps={2} />
      <CredentialsForm {...form} codeFollows />
    </>
  );
}

function AskCertificate({ of, state: { problem, alreadySignedIn } }: In<'ask-certificate'>) {
  const { language } = of.frame;
  const t = certificateTexts.in(language);
  if (problem === 'suspended') return <OtherKey of={of} problem={problem} />;
  return (
    <>
      {problem !== undefined && <ProblemNotice of={of} problem={problem} />}
      {alreadySignedIn ? (
        <p class="lead">{t('alreadyProven')}</p>
      ) : (
        <StepIndicator language={language} step={2} steps={2} />
      )}
      <ol class="bullets">
        <li>{t('stepReady')}</li>
        <li>{t('stepChoose')}</li>
      </ol>
      <Form frame={of.frame} action={of.action}>
        <Buttons>
          <Button>{t(problem === undefined ? 'show' : 'showAgain')}</Button>
        </Buttons>
      </Form>
      <p class="soft small">{t('browserRemembers')}</p>
    </>
  );
}

/** Showing it again would change nothing. */
function OtherKey({ of, problem }: { of: ProveAddresses; problem: CertificateProblem }) {
  return (
    <>
      <ProblemNotice of={of} problem={problem} />
      <Buttons>
        <LinkButton href={of.otherKeyHref}>{proveTexts.in(of.frame.language)('otherKey')}</LinkButton>
      </Buttons>
    </>
  );
}

function ProblemNotice({ of, problem }: { of: ProveAddresses; problem: CertificateProblem }) {
  const { language } = of.frame;
  return (
    <Notice kind="problem" title={certificateProblemTexts.in(language)(problem)}>
      <p>{certificateAdviceTexts.in(language)(problem)}</p>
    </Notice>
  );
}

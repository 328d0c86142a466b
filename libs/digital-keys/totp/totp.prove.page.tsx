import { Button, Buttons, CodeField, ErrorSummary, Form, Notice, StepIndicator } from '#libs/ui';
import { CredentialsForm, CredentialsProblems } from '../password/credentials-form.js';
import type { FirstFactorState } from '../password/first-factor.js';
import { ProveFrame, Throttled } from '../prove-frame.js';
import type { ProveAddresses } from '../prove-frame.js';
import { totpTexts } from './totp.texts.js';

export type TotpCodeProblem = 'missing' | 'wrong' | 'reused';

export type TotpProveState =
  | FirstFactorState
  | {
      readonly kind: 'ask-code';
      readonly problem?: TotpCodeProblem;
      /** user name and password were proven earlier, not in this journey: only the code is asked */
      readonly alreadySignedIn: boolean;
    };

export interface TotpProveProps extends ProveAddresses {
  readonly state: TotpProveState;
}

/** User name and password first, unless already proven; then the code from the app. */
export function TotpProvePage({ state, ...of }: TotpProveProps) {
  const title = totpTexts.in(of.frame.language)('title');
  const problem = state.kind === 'throttled' || state.problem !== undefined;
  return (
    <ProveFrame of={of} title={title} problem={problem}>
      {state.kind === 'ask-credentials' && <AskCredentials of={of} state={state} />}
      {state.kind === 'ask-code' && <AskCode of={of} state={state} />}
      {state.kind === 'throttled' && <Throttled of={of} waitMs={state.waitMs} />}
    </ProveFrame>
  );
}

type In<Kind> = { of: ProveAddresses; state: Extract<TotpProveState, { kind: Kind }> };

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

function AskCode({ of, state }: In<'ask-code'>) {
  const { language } = of.frame;
  const t = totpTexts.in(language);
  const message = state.problem && t(state.problem);
  return (
    <>
      <ErrorSummary language={language} problems={message ? [{ field: 'code', message }] : []} />
      {state.alreadySignedIn ? (
        <p class="lead">{t('alreadyProven')}</p>
      ) : (
        <StepIndicator language={language} step={2} steps={2} />
      )}
      <Form frame={of.frame} action={of.action}>
        <CodeField language={language} name="code" label={t('code')} hint={t('codeHint')} error={message} />
        <Buttons>
          <Button>{t('submit')}</Button>
        </Buttons>
      </Form>
      {state.problem === 'wrong' && (
        <Notice title={t('clockTitle')}>
          <p>{t('clock')}</p>
        </Notice>
      )}
    </>
  );
}

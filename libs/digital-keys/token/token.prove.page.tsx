import { Button, Buttons, ErrorSummary, Form, StepIndicator, TextField } from '#libs/ui';
import { CredentialsForm, CredentialsProblems } from '../password/credentials-form.js';
import type { FirstFactorState } from '../password/first-factor.js';
import { ProveFrame, Throttled, type ProveAddresses } from '../prove-frame.js';
import { tokenTexts } from './token.texts.js';

export type TokenCodeProblem = 'missing' | 'wrong';

export type TokenProveState =
  | FirstFactorState
  | {
      readonly kind: 'ask-code';
      /** Place on the card whose code is asked. */
      readonly position: number;
      readonly alreadySignedIn: boolean;
      readonly problem?: TokenCodeProblem;
    };

export interface TokenProveProps extends ProveAddresses {
  readonly state: TokenProveState;
}

/** User name and password first, unless already proven; then the code at one place of the card. */
export function TokenProvePage({ state, ...of }: TokenProveProps) {
  const title = tokenTexts.in(of.frame.language)('title');
  const problem = state.kind === 'throttled' || state.problem !== undefined;
  return (
    <ProveFrame of={of} title={title} problem={problem}>
      {state.kind === 'ask-credentials' && <AskCredentials of={of} state={state} />}
      {state.kind === 'ask-code' && <AskCode of={of} state={state} />}
      {state.kind === 'throttled' && <Throttled of={of} waitMs={state.waitMs} />}
    </ProveFrame>
  );
}

type In<Kind> = { of: ProveAddresses; state: Extract<TokenProveState, { kind: Kind }> };

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
  const t = tokenTexts.in(language);
  const position = String(state.position);
  const message = state.problem && t(state.problem, { position });
  return (
    <>
      <ErrorSummary language={language} problems={message ? [{ field: 'code', message }] : []} />
      {state.alreadySignedIn ? (
        <p class="lead">{t('alreadyProven')}</p>
      ) : (
        <StepIndicator language={language} step={2} steps={2} />
      )}
      <div data-position={position}>
        <Form frame={of.frame} action={of.action}>
          <TextField
            language={language}
            name="code"
            label={t('code', { position })}
            hint={t('codeHint', { position })}
            error={message}
            autocomplete="off"
            autocapitalize="none"
          />
          <Buttons>
            <Button>{t('submit')}</Button>
          </Buttons>
        </Form>
      </div>
    </>
  );
}

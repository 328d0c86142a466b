import { CredentialsForm, CredentialsProblems } from './credentials-form.js';
import type { CredentialsProblem } from './credentials-form.js';
import { passwordTexts } from './password.texts.js';
import { ProveFrame, Throttled } from '../prove-frame.js';
import type { ProveAddresses } from '../prove-frame.js';

export type PasswordProveState =
  | { readonly kind: 'ask'; readonly problem?: CredentialsProblem; readonly username?: string }
  | { readonly kind: 'throttled'; readonly waitMs: number };

export interface PasswordProveProps extends ProveAddresses {
  readonly state: PasswordProveState;
}

/** User name and password; looks the same whether the user exists or not. */
export function PasswordProvePage({ state, ...of }: PasswordProveProps) {
  const title = passwordTexts.in(of.frame.language)('title');
  if (state.kind === 'throttled') {
    return (
      <ProveFrame of={of} title={title} problem>
        <Throttled of={of} waitMs={state.waitMs} />
      </ProveFrame>
    );
  }
  const form = { frame: of.frame, action: of.action, username: state.username, problem: state.problem };
  return (
    <ProveFrame of={of} title={title} problem={state.problem !== undefined}>
      <CredentialsProblems {...form} />
      <CredentialsForm {...form} />
    </ProveFrame>
  );
}

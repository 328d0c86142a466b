import type { VNode } from 'preact';
import type { ProveAddresses } from '../prove-frame.js';
import type { ProveOutcome, ProveSituation } from '../prove.js';
import type { CredentialsProblem } from './credentials-form.js';
import { missingProblem, readPasswordForm } from './password.js';
import type { PasswordService } from './password.service.js';

/** What the page of a two-factor key shows while the first factor is asked. */
export type FirstFactorState =
  | { readonly kind: 'ask-credentials'; readonly problem?: CredentialsProblem; readonly username?: string }
  | { readonly kind: 'throttled'; readonly waitMs: number };

export type PageOf = (of: ProveAddresses) => VNode;

/** Username and password as the first of two factors; `pageFor` shows them on the page of the key itself. */
export async function proveFirstFactor(
  passwords: PasswordService,
  { form, address, familiarTo }: Pick<ProveSituation, 'form' | 'address' | 'familiarTo'>,
  pageFor: (state: FirstFactorState) => PageOf,
): Promise<ProveOutcome> {
  const read = readPasswordForm(form);
  if (read.kind === 'incomplete') {
    const state = { problem: missingProblem(read.missing), username: form.username };
    return { kind: 'wrong', reason: 'incomplete', page: pageFor({ kind: 'ask-credentials', ...state }) };
  }
  const outcome = await passwords.verify({ ...read, address, ...(familiarTo && { familiarTo }) });
  switch (outcome.kind) {
    case 'right':
      return {
        kind: 'first-factor-proven',
        firstFactor: { fedId: outcome.fedId, keyId: outcome.keyId },
      };
    case 'wrong':
      return {
        kind: 'wrong',
        reason: 'credentials',
        ...(outcome.subject && { subject: outcome.subject }),
        page: pageFor({ kind: 'ask-credentials', problem: 'wrong', username: read.username }),
      };
    case 'locked':
      return {
        kind: 'locked',
        reason: 'credentials',
        page: pageFor({ kind: 'throttled', waitMs: outcome.waitMs }),
      };
    case 'busy':
      return { kind: 'unavailable', reason: 'busy' };
  }
}

/** A form with a username starts anew, whatever was proven: somebody else may sit at the keyboard now. */
export const startsAnew = ({ firstFactor, form }: Pick<ProveSituation, 'firstFactor' | 'form'>): boolean =>
  firstFactor === undefined || form.username !== undefined;

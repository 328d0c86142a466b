import type { ProvableKey, ProveOutcome, ProveSituation } from '../prove.js';
import { ThrottledPage, type ProveAddresses } from '../prove-frame.js';
import { missingProblem, readPasswordForm } from './password.js';
import { PasswordProvePage, type PasswordProveState } from './password.prove.page.js';
import type { CredentialsOutcome, PasswordService } from './password.service.js';

/** Username and password (level 200). */
export class PasswordKey implements ProvableKey {
  readonly kind = 'password';
  readonly countsAlong = true;

  constructor(private readonly passwords: PasswordService) {}

  page(of: ProveAddresses) {
    return <PasswordProvePage {...of} state={{ kind: 'ask' }} />;
  }

  async prove({ form, address, familiarTo, failedProofs }: ProveSituation): Promise<ProveOutcome> {
    const read = readPasswordForm(form);
    if (read.kind === 'incomplete') {
      const problem = missingProblem(read.missing);
      return wrong('incomplete', { kind: 'ask', problem, username: form.username });
    }
    const outcome = await this.passwords.verify({
      ...read,
      address,
      ...(familiarTo && { familiarTo }),
      ...(failedProofs && { failedProofs }),
    });
    return judged(outcome, read.username);
  }
}

function judged(outcome: CredentialsOutcome, username: string): ProveOutcome {
  switch (outcome.kind) {
    case 'right':
      return { ...outcome, kind: 'proven' };
    case 'wrong':
      return {
        ...wrong('credentials', { kind: 'ask', problem: 'wrong', username }),
        ...(outcome.subject && { subject: outcome.subject }),
      };
    case 'locked':
      return locked(outcome);
    case 'busy':
      return { kind: 'unavailable', reason: 'busy' };
  }
}

const locked = ({ everyKey, waitMs }: Extract<CredentialsOutcome, { kind: 'locked' }>): ProveOutcome => ({
  kind: 'locked',
  reason: everyKey ? 'address' : 'credentials',
  page: (of) =>
    everyKey ? (
      <ThrottledPage of={of} waitMs={waitMs} />
    ) : (
      <PasswordProvePage {...of} state={{ kind: 'throttled', waitMs }} />
    ),
});

function wrong(reason: string, state: PasswordProveState): Extract<ProveOutcome, { kind: 'wrong' }> {
  return { kind: 'wrong', reason, page: (of) => <PasswordProvePage {...of} state={state} /> };
}

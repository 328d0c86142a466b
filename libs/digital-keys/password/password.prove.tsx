import type { ProvableKey, ProveOutcome, ProveSituation } from '../prove.js';
import type { ProveAddresses } from '../prove-frame.js';
import { missingProblem, readPasswordForm } from './password.js';
import { PasswordProvePage, type PasswordProveState } from './password.prove.page.js';
import type { PasswordService } from './password.service.js';

/** Username and password (level 200). */
export class PasswordKey implements ProvableKey {
  readonly kind = 'password';

  constructor(private readonly passwords: PasswordService) {}

  page(of: ProveAddresses) {
    return <PasswordProvePage {...of} state={{ kind: 'ask' }} />;
  }

  async prove({ form, address, familiarTo }: ProveSituation): Promise<ProveOutcome> {
    const read = readPasswordForm(form);
    if (read.kind === 'incomplete') {
      const problem = missingProblem(read.missing);
      return wrong('incomplete', { kind: 'ask', problem, username: form.username });
    }
    const outcome = await this.passwords.verify({ ...read, address, ...(familiarTo && { familiarTo }) });
    switch (outcome.kind) {
      case 'right':
        return { ...outcome, kind: 'proven' };
      case 'wrong':
        return {
          ...wrong('credentials', { kind: 'ask', problem: 'wrong', username: read.username }),
          ...(outcome.subject && { subject: outcome.subject }),
        };
      case 'locked':
        return {
          kind: 'locked',
          reason: 'credentials',
          page: (of) => <PasswordProvePage {...of} state={{ kind: 'throttled', waitMs: outcome.waitMs }} />,
        };
      case 'busy':
        return { kind: 'unavailable', reason: 'busy' };
    }
  }
}

function wrong(reason: string, state: PasswordProveState): Extract<ProveOutcome, { kind: 'wrong' }> {
  return { kind: 'wrong', reason, page: (of) => <PasswordProvePage {...of} state={state} /> };
}

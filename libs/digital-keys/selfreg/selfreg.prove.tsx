import { missingProblem, readPasswordForm } from '../password/password.js';
import type { PasswordService } from '../password/password.service.js';
import type { ProvableKey, ProveOutcome, ProveSituation } from '../prove.js';
import type { ProveAddresses } from '../prove-frame.js';
import { REGISTRATION_PATH } from './registration.service.js';
import { SelfregProvePage, type SelfregProveState } from './selfreg.prove.page.js';

/** A profile that the person made: mail address and password (level 100, citizens only). */
export class SelfregKey implements ProvableKey {
  readonly kind = 'selfreg';

  constructor(private readonly passwords: PasswordService) {}

  page(of: ProveAddresses, { journeyId }: Pick<ProveSituation, 'journeyId'>) {
    return pageFor({ kind: 'ask' }, journeyId)(of);
  }

  async prove({ form, address, familiarTo, journeyId }: ProveSituation): Promise<ProveOutcome> {
    const read = readPasswordForm(form);
    if (read.kind === 'incomplete') {
      const problem = missingProblem(read.missing);
      return {
        kind: 'wrong',
        reason: 'incomplete',
        page: pageFor({ kind: 'ask', problem, mail: form.username }, journeyId),
      };
    }
    const outcome = await this.passwords.verify({ ...read, address, ...(familiarTo && { familiarTo }) });
    switch (outcome.kind) {
      case 'right':
        return { ...outcome, kind: 'proven' };
      case 'wrong':
        return {
          kind: 'wrong',
          reason: 'credentials',
          page: pageFor({ kind: 'ask', problem: 'wrong', mail: read.username }, journeyId),
          ...(outcome.subject && { subject: outcome.subject }),
        };
      case 'locked':
        return {
          kind: 'locked',
          reason: 'credentials',
          page: pageFor({ kind: 'throttled', waitMs: outcome.waitMs }, journeyId),
        };
      case 'busy':
        return { kind: 'unavailable', reason: 'busy' };
    }
  }
}

/** Making a profile leads back into this login. */
export const registrationIn = (journeyId: string): string =>
  `${REGISTRATION_PATH}?login=${encodeURIComponent(journeyId)}`;

const pageFor = (state: SelfregProveState, journeyId: string) => (of: ProveAddresses) => (
  <SelfregProvePage {...of} state={state} registrationHref={registrationIn(journeyId)} />
);

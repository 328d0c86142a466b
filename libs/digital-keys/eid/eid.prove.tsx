import type { AuditWriter } from '#libs/audit';
import { findCurrentRequest, newReference } from '#libs/http';
import type { CardGateVisits } from '../pki/card-gate-visits.js';
import type { ProvableKey, ProveOutcome, ProveSituation, ReturnSituation } from '../prove.js';
import type { ProveAddresses } from '../prove-frame.js';
import { EidEnrolled } from './eid.audit.js';
import type { EidHolder } from './eid.js';
import type { EidHolders } from './eid-holders.js';
import { EidProvePage, type EidProveProblem } from './eid.prove.page.js';
import type { EidService } from './eid.service.js';

export interface EidParts {
  readonly visits: CardGateVisits;
  readonly cards: EidService;
  readonly holders: EidHolders;
  readonly audit: AuditWriter;
}

/**
 * Identity card and card reader (level 500). The certificate listener asks the card; what it read comes back to this
 * login in this browser and is judged here. There is no guessing to count: the card itself counts wrong PINs.
 */
export class EidKey implements ProvableKey {
  readonly kind = 'eid';
  readonly leadsTo: string;

  constructor(private readonly the: EidParts) {
    this.leadsTo = the.visits.origin;
  }

  page(of: ProveAddresses) {
    return <EidProvePage {...of} />;
  }

  async prove(situation: ProveSituation): Promise<ProveOutcome> {
    return this.the.visits.send(this.kind, situation);
  }

  async returned(situation: ReturnSituation): Promise<ProveOutcome> {
    const reading = await this.the.visits.collect(situation);
    if (reading === undefined) return wrong('cancelled');
    const presented = reading.kind === 'certificate' ? reading.presented : undefined;
    const { outcome } = await this.the.cards.examine(presented, situation.now);
    if (outcome.kind === 'valid') return this.signIn(outcome.holder, situation);
    const { problem } = outcome;
    return problem === 'responder-down'
      ? { kind: 'unavailable', reason: problem, page: pageFor(problem) }
      : wrong(problem);
  }

  private async signIn(holder: EidHolder, situation: ReturnSituation): Promise<ProveOutcome> {
    const found = await this.the.holders.find(holder, situation.language);
    const { fedId } = found;
    if (found.kind === 'refused')
      return { ...wrong('not-allowed', `not-allowed-${found.reason}`), subject: fedId };
    const { keyId } = found;
    if (found.kind === 'enrolled') {
      await this.the.audit.record(EidEnrolled, {
        reference: findCurrentRequest()?.reference ?? newReference(),
        subject: fedId,
        address: situation.address,
        application: situation.application.id,
        data: { journey: situation.journeyId, keyId, newPerson: found.newPerson },
      });
    }
    return { kind: 'proven', fedId, keyId, enrolment: 'eid' };
  }
}

const pageFor = (problem: EidProveProblem) => (of: ProveAddresses) => (
  <EidProvePage {...of} problem={problem} />
);

function wrong(problem: EidProveProblem, reason: string = problem): Extract<ProveOutcome, { kind: 'wrong' }> {
  return { kind: 'wrong', reason, page: pageFor(problem) };
}

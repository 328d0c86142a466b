import type { AuditWriter } from '#libs/audit';
import { findCurrentRequest, newReference } from '#libs/http';
import { newBinding, READING_PARAMETER, type CardGateAddress } from '../pki/card-gate-address.js';
import type { CardReading, CardReadingsStore } from '../pki/card-readings.store.js';
import type { ProvableKey, ProveOutcome, ProveSituation, ReturnSituation } from '../prove.js';
import type { ProveAddresses } from '../prove-frame.js';
import { EidEnrolled } from './eid.audit.js';
import type { EidHolder } from './eid.js';
import type { EidHolders } from './eid-holders.js';
import { EidProvePage, type EidProveProblem } from './eid.prove.page.js';
import type { EidService } from './eid.service.js';

export interface EidParts {
  readonly gate: CardGateAddress;
  readonly readings: CardReadingsStore;
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
    this.leadsTo = the.gate.origin;
  }

  page(of: ProveAddresses) {
    return <EidProvePage {...of} />;
  }

  async prove({ journeyId, now }: ProveSituation): Promise<ProveOutcome> {
    const nonce = newBinding();
    const returnTo = `/fas/sign-in/${encodeURIComponent(journeyId)}/${this.kind}/return`;
    const visit = { returnTo, binding: bindingOf(journeyId, nonce), test: false };
    return { kind: 'elsewhere', location: this.the.gate.for(visit, now), memory: { nonce } };
  }

  async returned(situation: ReturnSituation): Promise<ProveOutcome> {
    const reading = await this.fetch(situation);
    if (reading === undefined) return wrong('cancelled');
    const presented = reading.kind === 'certificate' ? reading.presented : undefined;
    const { outcome } = await this.the.cards.examine(presented, situation.now);
    if (outcome.kind === 'valid') return this.signIn(outcome.holder, situation);
    const { problem } = outcome;
    return problem === 'responder-down'
      ? { kind: 'unavailable', reason: problem, page: pageFor(problem) }
      : wrong(problem);
  }

  private async fetch({ journeyId, memory, query }: ReturnSituation): Promise<CardReading | undefined> {
    const handle = query[READING_PARAMETER];
    const nonce = memory?.nonce;
    if (handle === undefined || nonce === undefined) return undefined;
    return this.the.readings.take(handle, bindingOf(journeyId, nonce));
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

const bindingOf = (journeyId: string, nonce: string): string => `${journeyId}.${nonce}`;

const pageFor = (problem: EidProveProblem) => (of: ProveAddresses) => (
  <EidProvePage {...of} problem={problem} />
);

function wrong(problem: EidProveProblem, reason: string = problem): Extract<ProveOutcome, { kind: 'wrong' }> {
  return { kind: 'wrong', reason, page: pageFor(problem) };
}

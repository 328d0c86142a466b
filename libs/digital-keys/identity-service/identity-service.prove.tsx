import type { AuditWriter } from '#libs/audit';
import { findCurrentRequest, newReference } from '#libs/http';
import type { KeyKind } from '#libs/loa';
import type { KeyHolders } from '../key-holders.js';
import type { ProvableKey, ProveOutcome, ProveSituation, ReturnSituation } from '../prove.js';
import { ThrottledPage, type ProveAddresses } from '../prove-frame.js';
import { ServiceEnrolled, ServiceFailed } from './identity-service.audit.js';
import { IdentityServicePage, type ServicePageProblem } from './identity-service.prove.page.js';
import type { IdentityService, ProvenIdentity } from './identity-service.js';
import type { ServiceStarts } from './service-starts.js';
import type { ServiceReferencesStore } from './service-references.store.js';

export interface IdentityServiceParts {
  readonly service: IdentityService;
  readonly holders: KeyHolders;
  readonly references: ServiceReferencesStore;
  readonly starts: ServiceStarts;
  readonly audit: AuditWriter;
}

/**
 * A recognised identity service, such as itsme (level 450). The person confirms there; what comes back to this login
 * in this browser names the person by number. Guesses are counted by the service.
 */
export class IdentityServiceKey implements ProvableKey {
  readonly kind: KeyKind;

  constructor(private readonly the: IdentityServiceParts) {
    this.kind = the.service.key;
  }

  /** Asked each time: a service may move. */
  get leadsTo(): string {
    return this.the.service.origin;
  }

  page(of: ProveAddresses) {
    return <IdentityServicePage {...of} kind={this.kind} />;
  }

  async prove(situation: ProveSituation): Promise<ProveOutcome> {
    const { journeyId, language, now, minimum } = situation;
    const waitMs = await this.the.starts.start(situation);
    if (waitMs !== undefined) {
      return { kind: 'locked', reason: 'starts', page: (of) => ThrottledPage({ of, waitMs }) };
    }
    const begun = await this.the.service.begin({
      journeyId,
      language,
      now,
      ...(minimum && { minimum }),
    });
    if (begun.kind === 'begun') {
      return { kind: 'elsewhere', location: begun.location, memory: begun.memory };
    }
    await this.the.starts.forgive(situation);
    return this.unavailable(begun.reason, situation);
  }

  async returned(situation: ReturnSituation): Promise<ProveOutcome> {
    const { query, memory, now } = situation;
    const outcome = await this.the.service.complete({ query, memory, now });
    switch (outcome.kind) {
      case 'identified':
        return this.signIn(outcome.identity, situation);
      case 'refused':
        return this.wrong(outcome.problem, `${outcome.problem}:${outcome.reason}`);
      case 'unavailable':
        return this.unavailable(outcome.reason, situation);
    }
  }

  private async signIn(identity: ProvenIdentity, situation: ReturnSituation): Promise<ProveOutcome> {
    const found = await this.the.holders.find(identity, situation.language);
    const { fedId } = found;
    if (found.kind === 'refused')
      return { ...this.wrong('not-allowed', `not-allowed-${found.reason}`), subject: fedId };
    const { keyId } = found;
    await this.the.starts.forgive(situation);
    await this.the.references.note(keyId, identity.reference);
    if (found.kind === 'enrolled') {
      await this.the.audit.record(ServiceEnrolled, {
        ...recordOf(situation),
        subject: fedId,
        data: { journey: situation.journeyId, key: this.kind, keyId, newPerson: found.newPerson },
      });
    }
    const { level } = identity;
    return { kind: 'proven', fedId, keyId, enrolment: 'itsme', ...(level && { level }) };
  }

  private wrong(problem: ServicePageProblem, reason: string): Extract<ProveOutcome, { kind: 'wrong' }> {
    return { kind: 'wrong', reason, page: this.pageWith(problem) };
  }

  private async unavailable(reason: string, situation: Situation): Promise<ProveOutcome> {
    const { journeyId: journey } = situation;
    const data = { journey, key: this.kind, reason };
    await this.the.audit.record(ServiceFailed, { ...recordOf(situation), data });
    return { kind: 'unavailable', reason, page: this.pageWith('unavailable') };
  }

  private pageWith(problem: ServicePageProblem) {
    return (of: ProveAddresses) => <IdentityServicePage {...of} kind={this.kind} problem={problem} />;
  }
}

type Situation = Pick<ProveSituation, 'address' | 'application' | 'journeyId'>;

const recordOf = ({ address, application }: Situation) => ({
  reference: findCurrentRequest()?.reference ?? newReference(),
  address,
  application: application.id,
});

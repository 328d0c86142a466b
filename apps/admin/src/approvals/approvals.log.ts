import type { AuditWriter } from '#libs/audit';
import type { Trace } from '#libs/digital-keys';
import {
  ChangeApproved,
  ChangeDecisionRefused,
  ChangeMade,
  ChangeRefused,
  ChangeRequested,
  ChangeWithdrawn,
} from './approvals.audit.js';
import type { Decider, DecisionOutcome, RequestOutcome } from './approvals.service.js';
import type { WantedChange } from './change-kind.js';
import type { Decision } from './change-request.js';

const EVENTS = { approve: ChangeApproved, refuse: ChangeRefused, withdraw: ChangeWithdrawn } as const;

type Asked = Pick<WantedChange, 'subject' | 'reason' | 'by' | 'agency'> & {
  readonly kind: { readonly name: string };
};

/** The audit records of what two people do together. */
export class ApprovalsLog {
  constructor(private readonly audit: Pick<AuditWriter, 'record'>) {}

  async requested(outcome: RequestOutcome, asked: Asked, trace: Trace, undoes?: string): Promise<void> {
    if (outcome.kind === 'waiting') return;
    const { kind, subject, reason, by, agency } = asked;
    const entry = { ...trace, actor: by, ...(agency && { agency }) };
    const data = { kind: kind.name, target: subject, reason };
    if (outcome.kind === 'made') return this.audit.record(ChangeMade, { ...entry, data });
    const { id: request, aspects } = outcome;
    const more = { request, aspects, ...(undoes && { undoes }) };
    await this.audit.record(ChangeRequested, { ...entry, data: { ...data, ...more } });
  }

  async decided(
    id: string,
    decision: Decision,
    { by, reason, trace }: Decider,
    outcome: DecisionOutcome,
  ): Promise<void> {
    if (outcome.kind === 'unknown') return;
    if (outcome.kind === 'refused') {
      const data = { request: id, decision, problem: outcome.problem };
      return this.audit.record(ChangeDecisionRefused, { ...trace, actor: by, data });
    }
    if (decision === 'undo') return;
    const { kind, subject, aspects, agency, requestedBy } = outcome.request;
    const data = { request: id, kind, target: subject, aspects, reason, requestedBy };
    await this.audit.record(EVENTS[decision], { ...trace, actor: by, ...(agency && { agency }), data });
  }
}

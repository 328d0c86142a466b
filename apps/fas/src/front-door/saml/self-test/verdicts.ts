import type { CheckOutcome, Rejection } from '../authn-request/rejection.js';
import type { Evidence } from './evidence.js';

/** The rules for an AuthnRequest in their order. */
export const SELF_TEST_RULES = [
  'binding',
  'xml',
  'issuer',
  'signature',
  'request-form',
  'destination',
  'issue-instant',
  'relay-state',
  'assertion-consumer',
  'version',
  'protocol-binding',
  'name-id-policy',
  'subject',
  'attribute-service',
  'authn-context',
  'scoping',
] as const;

export type SelfTestRule = (typeof SELF_TEST_RULES)[number];

export interface Verdict {
  readonly rule: SelfTestRule;
  readonly outcome: 'passed' | 'failed' | 'not-reached';
  /** A word of ours, or the status that the service would be told. */
  readonly reason?: string;
  readonly evidence?: Evidence;
}

/** Collects what came of each rule; those that were not asked were not reached. */
export class Verdicts {
  private readonly noted = new Map<string, Verdict>();

  get all(): readonly Verdict[] {
    return SELF_TEST_RULES.map((rule) => this.noted.get(rule) ?? { rule, outcome: 'not-reached' });
  }

  /** The value of a rule that holds. */
  note<Value>(
    rule: SelfTestRule,
    outcome: CheckOutcome<Value>,
    witness?: (rule: SelfTestRule) => Evidence | undefined,
  ): Value | undefined {
    if (outcome.kind === 'passed') {
      this.noted.set(rule, { rule, outcome: 'passed' });
      return outcome.value;
    }
    const reason = reasonOf(outcome);
    const evidence = witness?.(rule);
    this.noted.set(rule, {
      rule,
      outcome: 'failed',
      ...(reason !== undefined && { reason }),
      ...(evidence && { evidence }),
    });
    return undefined;
  }

  /** A message that could be opened is also XML. */
  opened(): void {
    for (const rule of ['binding', 'xml'] as const) this.noted.set(rule, { rule, outcome: 'passed' });
  }

  /** It could not be opened, for the reason of one of the two rules about that. */
  failedAt(rejection: Rejection): readonly Verdict[] {
    if (rejection.rule === 'xml') this.noted.set('binding', { rule: 'binding', outcome: 'passed' });
    this.note(rejection.rule === 'xml' ? 'xml' : 'binding', rejection);
    return this.all;
  }
}

function reasonOf(rejection: Rejection): string | undefined {
  if (rejection.answer === 'page') return rejection.reason;
  const { code, subCode = code } = rejection.status;
  return subCode.split(':').at(-1);
}

import type { ServiceOutcome, ServiceProblem } from '#libs/digital-keys';
import { parsePersonNumber } from '#libs/kernel';
import { STATUS } from '#libs/saml';
import type { ProvenIdentity, ResponseProblem, SignInAnswer } from '#libs/service-provider';
import type { SamlRow } from '../partner.js';

/** Refusals that tell the person something about their own part; the others say that the answer cannot be trusted. */
const PERSON: Partial<Record<ResponseProblem, ServiceProblem>> = {
  'authn-context': 'level-too-low',
  'issue-instant': 'timed-out',
  'confirmation-time': 'timed-out',
  'condition-time': 'timed-out',
  'session-ended': 'timed-out',
  'unknown-request': 'not-begun',
  'other-browser': 'not-begun',
  replay: 'not-begun',
};

/** What a service says when there is no sign-in, under its signature (Core 3.2.2.2). */
const DECLINED: Readonly<Record<string, ServiceProblem | undefined>> = {
  [STATUS.authnFailed]: 'refused',
  [STATUS.requestDenied]: 'refused',
  [STATUS.noAuthnContext]: 'level-too-low',
};

type Row = Pick<SamlRow, 'numberAttribute' | 'identifierAttribute' | 'identifierScopes'>;

/** What the answer of a service means for the login. */
export function judgeAnswer(answer: SignInAnswer, row: Row, now: Date): ServiceOutcome {
  switch (answer.kind) {
    case 'accepted':
      return identityIn(answer.identity, row, now);
    case 'declined':
      return declined(answer.subStatus ?? '');
    case 'refused': {
      const { reason, detail } = answer;
      // Only this detail stood under a signature when it was read.
      const said = reason === 'authn-context' && detail !== undefined ? `${reason} ${detail}` : reason;
      return refused(PERSON[reason] ?? 'not-verified', said);
    }
  }
}

function declined(subStatus: string): ServiceOutcome {
  const said = /([A-Za-z]{1,40})$/.exec(subStatus)?.[1] ?? 'unspecified';
  const problem = DECLINED[subStatus];
  return problem === undefined ? { kind: 'unavailable', reason: `status-${said}` } : refused(problem, said);
}

/**
 * Whom an answer names. The person is bound by number, as at every service; what the service itself calls the person is
 * a reference in its own name space, and must lie in the part of it that the service may speak for (SX-29, SDP-SP17).
 */
function identityIn({ attributes, nameId, level }: ProvenIdentity, row: Row, now: Date): ServiceOutcome {
  const reference =
    row.identifierAttribute === undefined ? nameId : onlyValue(attributes.get(row.identifierAttribute));
  if (reference === undefined) return refused('not-verified', 'identifier-absent');
  if (row.identifierScopes?.some((scope) => reference.startsWith(scope)) === false)
    return refused('not-verified', 'identifier-scope');
  const text = onlyValue(attributes.get(row.numberAttribute));
  const parsed = parsePersonNumber(text ?? '', { today: now });
  if (parsed.kind === 'invalid') return refused('no-number', text === undefined ? 'absent' : 'invalid');
  const { number, register } = parsed;
  return { kind: 'identified', identity: { number, register, reference, level } };
}

/** Two values name two people. */
const onlyValue = (values: readonly string[] | undefined): string | undefined =>
  values?.length === 1 && values[0] !== '' ? values[0] : undefined;

const refused = (problem: ServiceProblem, reason: string): ServiceOutcome => ({
  kind: 'refused',
  problem,
  reason,
});

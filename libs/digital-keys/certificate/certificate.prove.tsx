import {
  proveFirstFactor,
  startsAnew,
  type FirstFactorState,
  type PageOf,
} from '../password/first-factor.js';
import type { PasswordService } from '../password/password.service.js';
import type { CardGateVisits } from '../pki/card-gate-visits.js';
import type { FirstFactor, ProvableKey, ProveOutcome, ProveSituation, ReturnSituation } from '../prove.js';
import type { ProveAddresses } from '../prove-frame.js';
import type { CertificateProblem } from './certificate.js';
import { CertificateProvePage, type CertificateProveState } from './certificate.prove.page.js';
import type { CertificateService, CertificateVerification } from './certificate.service.js';

/** Username and password, then a certificate that the person registered (level 350). */
export class CertificateKey implements ProvableKey {
  readonly kind = 'certificate';
  readonly leadsTo: string;

  constructor(
    private readonly passwords: PasswordService,
    private readonly certificates: CertificateService,
    private readonly visits: CardGateVisits,
  ) {
    this.leadsTo = visits.origin;
  }

  page(of: ProveAddresses, { firstFactor, alreadySignedIn }: Situation) {
    return pageFor(firstFactor ? { kind: 'ask-certificate', alreadySignedIn } : { kind: 'ask-credentials' })(
      of,
    );
  }

  async prove(situation: ProveSituation): Promise<ProveOutcome> {
    return situation.firstFactor === undefined || startsAnew(situation)
      ? proveFirstFactor(this.passwords, situation, (state: FirstFactorState) => pageFor(state))
      : this.visits.send(this.kind, situation);
  }

  async returned(situation: ReturnSituation): Promise<ProveOutcome> {
    const { firstFactor } = situation;
    if (firstFactor === undefined) {
      return { kind: 'wrong', reason: 'no-first-factor', page: pageFor({ kind: 'ask-credentials' }) };
    }
    const reading = await this.visits.collect(situation);
    if (reading === undefined) return refusal('cancelled', 'cancelled', { ...situation, firstFactor });
    const presented = reading.kind === 'certificate' ? reading.presented : undefined;
    const { fedId } = firstFactor;
    const { application, now } = situation;
    const outcome = await this.certificates.verify(presented, {
      fedId,
      now,
      agency: application.agency,
      familiar: await situation.familiarTo?.(fedId),
    });
    return answerTo(outcome, { ...situation, firstFactor });
  }
}

type Situation = Pick<ProveSituation, 'firstFactor' | 'alreadySignedIn'>;
type Proven = Situation & { readonly firstFactor: FirstFactor };

function answerTo(outcome: CertificateVerification, situation: Proven): ProveOutcome {
  const { fedId } = situation.firstFactor;
  switch (outcome.kind) {
    case 'right':
      return { kind: 'proven', fedId, keyId: outcome.keyId, enrolment: outcome.enrolment };
    case 'locked': {
      const page = pageFor({ kind: 'throttled', waitMs: outcome.waitMs });
      return { kind: 'locked', reason: 'certificate', subject: fedId, page };
    }
    case 'refused':
      return refusal(outcome.problem, outcome.reason, situation);
  }
}

function refusal(
  problem: CertificateProblem,
  reason: string,
  { firstFactor, alreadySignedIn }: Proven,
): ProveOutcome {
  const page = pageFor({ kind: 'ask-certificate', alreadySignedIn, problem });
  return problem === 'responder-down'
    ? { kind: 'unavailable', reason, page }
    : { kind: 'wrong', reason, subject: firstFactor.fedId, page };
}

const pageFor =
  (state: CertificateProveState): PageOf =>
  (of) => <CertificateProvePage {...of} state={state} />;

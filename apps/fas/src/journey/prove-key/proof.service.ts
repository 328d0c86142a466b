import type { Application } from '#libs/agencies';
import type { AuditWriter } from '#libs/audit';
import { notingUse, type DigitalKeysStore, type FirstFactor, type ProveOutcome } from '#libs/digital-keys';
import type { Clock } from '#libs/kernel';
import { keyLevel, type KeyKind, type LoaPolicy } from '#libs/loa';
import type { AnySession } from '../../sign-in-session/session-row.js';
import type { SignInSessionStore } from '../../sign-in-session/sign-in-session.store.js';
import type { ProvenKey, SignInSession } from '../../sign-in-session/sign-in-session.js';
import { KeyProven, KeyRefused } from '../journey.audit.js';
import { recordEntry, seenBrowser } from '../journey-record.js';
import type { JourneyStore } from '../journey.store.js';
import type { Elsewhere, Journey } from '../journey.js';
import type { SignInNotice } from '../sign-in-notice.js';
import type { Visitor } from '../visitor.js';

export type ProvenOutcome =
  | { readonly kind: 'signed-in'; readonly cookie: string; readonly session: SignInSession }
  | { readonly kind: 'other-person' };

export interface ProofServices {
  readonly journeys: JourneyStore;
  readonly sessions: SignInSessionStore;
  readonly keys: DigitalKeysStore;
  readonly audit: AuditWriter;
  readonly notice: SignInNotice;
  readonly policy: LoaPolicy;
  readonly clock: Clock;
}

/** Where a proof is given: the journey, for whom, in whose session. */
export interface ProofScene {
  readonly journey: Journey;
  readonly application: Application;
  readonly session: AnySession | undefined;
  readonly visitor: Visitor & { readonly device: string };
}

/** Turns what a key judged into what the session holds. */
export class ProofService {
  constructor(private readonly the: ProofServices) {}

  /** The first of two factors holds: the next page asks for the second. */
  async noteFirstFactor(journey: Journey, { fedId, keyId }: FirstFactor): Promise<void> {
    const at = this.the.clock.now().toISOString();
    await this.the.journeys.notePassword(journey.id, { fedId, keyId, at });
  }

  /** The proof is given elsewhere: keeps what the key wants back. */
  noteElsewhere(journey: Journey, elsewhere: Elsewhere): Promise<void> {
    return this.the.journeys.noteElsewhere(journey.id, elsewhere);
  }

  /** What the key kept, once; undefined when the browser was never sent away for it, or is back already. */
  async takeElsewhere({ id, elsewhere }: Journey, kind: KeyKind): Promise<Elsewhere['memory'] | undefined> {
    if (elsewhere?.key !== kind) return undefined;
    const taken = await this.the.journeys.takeElsewhere(id);
    return taken?.key === kind ? taken.memory : undefined;
  }

  /** The first factor as long as it holds: a password that was suspended since opens no second step. */
  async standing(firstFactor: FirstFactor | undefined): Promise<FirstFactor | undefined> {
    if (firstFactor === undefined) return undefined;
    return (await this.the.keys.isFirstFactor(firstFactor.keyId)) ? firstFactor : undefined;
  }

  /** A key was proven: the session gains an authentication event and a new cookie. */
  async proven(
    kind: KeyKind,
    proof: Extract<ProveOutcome, { kind: 'proven' }>,
    scene: ProofScene,
  ): Promise<ProvenOutcome> {
    const { journey, application, session, visitor } = scene;
    const { fedId, keyId } = proof;
    const joined = personal(session);
    if (joined !== undefined && joined.fedId !== fedId) return { kind: 'other-person' };
    const now = this.the.clock.now();
    const level = keyLevel(this.the.policy, kind, proof.enrolment, proof.level);
    const event: ProvenKey = { key: kind, level, at: now.toISOString(), keyId };
    const proven = this.the.audit.changing(KeyProven, {
      ...recordEntry({ application, visitor }),
      subject: fedId,
      data: { journey: journey.id, key: kind, keyId, level, ...seenBrowser() },
    });
    const used = [keyId, ...(journey.password ? [journey.password.keyId] : [])];
    const recorded = notingUse(used, proven);
    const { sessions, notice } = this.the;
    // A session that ended meanwhile is not brought back: the proof begins another one.
    const added = joined && (await sessions.addProof(joined.uid, event, recorded));
    const { uid, cookie } = added ?? (await sessions.begin(fedId, event, recorded));
    await notice.note({
      fedId,
      sessionUid: uid,
      browser: visitor.device,
      application,
      key: kind,
      at: now,
      address: visitor.address,
    });
    const before = added && joined ? joined : { events: [], participants: [], createdAt: now };
    return {
      kind: 'signed-in',
      cookie,
      session: {
        uid,
        fedId,
        events: [...before.events, event],
        participants: before.participants,
        createdAt: before.createdAt,
      },
    };
  }

  /** Records a proof that did not hold. */
  async refused(
    kind: KeyKind,
    outcome: Extract<ProveOutcome, { kind: 'wrong' | 'locked' }>,
    { journey, visitor }: { readonly journey: Journey; readonly visitor: Visitor },
  ): Promise<void> {
    await this.the.audit.record(KeyRefused, {
      reference: visitor.reference,
      address: visitor.address,
      application: journey.request.applicationId,
      ...(outcome.subject !== undefined && { subject: outcome.subject }),
      data: {
        journey: journey.id,
        key: kind,
        reason: outcome.reason,
        locked: outcome.kind === 'locked',
        ...seenBrowser(),
      },
    });
  }
}

/** A session in which somebody signed in; the OpenID provider also keeps some in which nobody did. */
function personal(session: AnySession | undefined): SignInSession | undefined {
  const fedId = session?.fedId;
  return session === undefined || fedId === undefined ? undefined : { ...session, fedId };
}

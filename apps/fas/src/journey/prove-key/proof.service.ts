import type { Application } from '#libs/agencies';
import type { AuditWriter, LaterRecord } from '#libs/audit';
import { notingUse, type DigitalKeysStore, type FirstFactor, type ProveOutcome } from '#libs/digital-keys';
import type { Clock, FedId } from '#libs/kernel';
import { keyLevel, type KeyKind, type LoaPolicy } from '#libs/loa';
import type { AnySession } from '../../sign-in-session/session-row.js';
import type { SignInSessionStore } from '../../sign-in-session/sign-in-session.store.js';
import type { ProvenKey, SignInSession } from '../../sign-in-session/sign-in-session.js';
import { KeyProven, KeyRefused } from '../journey.audit.js';
import { recordEntry, seenBrowser } from '../journey-record.js';
import type { JourneyStore } from '../journey.store.js';
import type { BeginningSession } from '../beginning-session.js';
import type { Elsewhere, Journey } from '../journey.js';
import type { SignInNotice } from '../sign-in-notice.js';
import type { Visitor } from '../visitor.js';

export type ProvenOutcome =
  | {
      readonly kind: 'signed-in';
      readonly cookie: string;
      readonly session: SignInSession;
      /** There when the session is new, and not begun yet. */
      readonly beginning?: BeginningSession;
    }
  | { readonly kind: 'other-person' };

type Proven = Extract<ProveOutcome, { kind: 'proven' }>;

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
  async proven(kind: KeyKind, proof: Proven, scene: ProofScene): Promise<ProvenOutcome> {
    const outcome = await this.prove(kind, proof, scene);
    if (outcome.kind === 'signed-in') await outcome.beginning?.now();
    return outcome;
  }

  /** The same, but that a new session is left for the caller to begin, together with what it makes of the journey. */
  async prove(kind: KeyKind, proof: Proven, scene: ProofScene): Promise<ProvenOutcome> {
    const joined = personal(scene.session);
    if (joined !== undefined && joined.fedId !== proof.fedId) return { kind: 'other-person' };
    const event = this.eventOf(kind, proof);
    const added = joined && (await this.add(joined, event, scene));
    // A session that ended meanwhile is not brought back: the proof begins another one.
    return added ?? this.toBegin(proof.fedId, event, scene);
  }

  private async add(
    joined: SignInSession,
    event: ProvenKey,
    scene: ProofScene,
  ): Promise<ProvenOutcome | undefined> {
    const { fedId, uid, events } = joined;
    const recorded = this.the.audit.changingWith([this.record(fedId, event, scene)]);
    const added = await this.the.sessions.addProof(uid, event, notingUse(usedKeys(event, scene), recorded));
    if (added === undefined) return undefined;
    await this.notice(fedId, { uid, event }, scene);
    return { kind: 'signed-in', cookie: added.cookie, session: { ...joined, events: [...events, event] } };
  }

  private toBegin(fedId: FedId, event: ProvenKey, scene: ProofScene): ProvenOutcome {
    const { audit, sessions, clock } = this.the;
    const { uid, cookie, ...session } = sessions.toBegin(fedId, event);
    const records = [this.record(fedId, event, scene)];
    const used = usedKeys(event, scene);
    const told = () => this.notice(fedId, { uid, event }, scene);
    return {
      kind: 'signed-in',
      cookie,
      session: { uid, fedId, events: [event], participants: [], createdAt: clock.now() },
      beginning: {
        records,
        now: async () => {
          await session.begin(notingUse(used, audit.changingWith(records)));
          await told();
        },
        together: (recorded) => async (change) => {
          const changed = await session.beginningWith(notingUse(used, recorded))(change);
          if (changed) await told();
          return changed;
        },
      },
    };
  }

  private eventOf(kind: KeyKind, { keyId, enrolment, level }: Proven): ProvenKey {
    const { policy, clock } = this.the;
    return {
      key: kind,
      level: keyLevel(policy, kind, enrolment, level),
      at: clock.now().toISOString(),
      keyId,
    };
  }

  private record(
    subject: FedId,
    { key, keyId, level }: ProvenKey,
    { journey, application, visitor }: ProofScene,
  ): LaterRecord {
    return this.the.audit.later(KeyProven, {
      ...recordEntry({ application, visitor }),
      subject,
      data: { journey: journey.id, key, keyId, level, ...seenBrowser() },
    });
  }

  private notice(
    fedId: FedId,
    { uid: sessionUid, event }: { readonly uid: string; readonly event: ProvenKey },
    { application, visitor: { device: browser, address } }: ProofScene,
  ): Promise<void> {
    const at = new Date(event.at);
    return this.the.notice.note({ fedId, sessionUid, browser, application, key: event.key, at, address });
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

/** A first factor that was typed before has served too. */
const usedKeys = ({ keyId }: ProvenKey, { journey: { password } }: ProofScene): string[] =>
  password === undefined ? [keyId] : [keyId, password.keyId];

import type { FastifyRequest } from 'fastify';
import type { FirstFactor, ProvableKey, ProveOutcome } from '#libs/digital-keys';
import type { Clock } from '#libs/kernel';
import type { KeyKind } from '#libs/loa';
import type { Evaluator } from '../evaluation.js';
import type { OpenedJourney } from '../journey-desk.js';
import type { JourneyService, ProvenOutcome } from '../journey.service.js';
import { deviceOf } from '../visitor.js';

/** A key that may be proven in this journey now. */
export interface OfferedKey {
  readonly key: ProvableKey;
  readonly firstFactor?: FirstFactor;
  readonly alreadySignedIn: boolean;
}

/** Hands the person's proof to the key's own slice, when the journey offers that key. */
export class KeyOffice {
  private readonly keys: ReadonlyMap<string, ProvableKey>;

  constructor(
    keys: readonly ProvableKey[],
    private readonly evaluator: Evaluator,
    private readonly journeys: JourneyService,
    private readonly clock: Clock,
  ) {
    this.keys = new Map(keys.map((key) => [key.kind, key]));
  }

  /** The key of this name; undefined when the journey does not offer it, or needs none any more. */
  offered(name: string, { journey, application, session }: OpenedJourney): OfferedKey | undefined {
    const key = this.keys.get(name);
    if (key === undefined || journey.state !== 'choosing') return undefined;
    const decision = this.evaluator.decision({
      request: journey.request,
      application,
      session,
      now: this.clock.now(),
      since: journey.createdAt,
    });
    if (decision.kind === 'satisfied' || decision.kind === 'impossible') return undefined;
    if (!decision.offers.some((offer) => offer.key === key.kind && offer.available)) return undefined;
    const inSession = decision.passwordProven ? session?.events.at(-1) : undefined;
    if (session !== undefined && inSession !== undefined) {
      return { key, firstFactor: { fedId: session.fedId, keyId: inSession.keyId }, alreadySignedIn: true };
    }
    return { key, ...(journey.password && { firstFactor: journey.password }), alreadySignedIn: false };
  }

  prove(
    { key, firstFactor, alreadySignedIn }: OfferedKey,
    { visitor }: OpenedJourney,
    form: Readonly<Record<string, string | undefined>>,
  ): Promise<ProveOutcome> {
    return key.prove({
      address: visitor.address,
      now: this.clock.now(),
      alreadySignedIn,
      ...(firstFactor && { firstFactor }),
      form,
    });
  }

  /** Makes the proof part of the session. */
  signIn(
    proven: Extract<ProveOutcome, { kind: 'proven' }>,
    kind: KeyKind,
    { journey, application, anySession, visitor }: OpenedJourney,
    { context }: FastifyRequest,
  ): Promise<ProvenOutcome> {
    return this.journeys.keyProven(journey, kind, proven, {
      application,
      session: anySession,
      visitor: { ...visitor, device: deviceOf(context) },
    });
  }
}

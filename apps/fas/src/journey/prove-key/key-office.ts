import type { FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import type {
  FirstFactor,
  NextPage,
  ProvableKey,
  ProveAddresses,
  ProveOutcome,
  ProveSituation,
} from '#libs/digital-keys';
import { systemClock } from '#libs/kernel';
import { weakestMeeting, type KeyKind, type KeyOffer } from '#libs/loa';
import type { Asking, Evaluator } from '../evaluation.js';
import type { OpenedJourney } from '../journey-desk.js';
import type { KnownBrowsersStore } from '../known-browsers.store.js';
import type { LinkProfileService } from '../link-profile/link-profile.service.js';
import { deviceOf, rememberKey } from '../visitor.js';
import type { GuessLimits } from './guess-limits.js';
import type { ProofService, ProvenOutcome } from './proof.service.js';

/** A key that may be proven in this journey now. */
export interface OfferedKey {
  readonly key: ProvableKey;
  readonly firstFactor?: FirstFactor;
  readonly alreadySignedIn: boolean;
}

export interface KeyOfficeParts {
  readonly keys: readonly ProvableKey[];
  readonly evaluator: Evaluator;
  readonly proofs: ProofService;
  readonly links: LinkProfileService;
  readonly limits: GuessLimits;
  readonly browsers: Pick<KnownBrowsersStore, 'knows'>;
}

/** Hands the person's proof to the key's own slice, when the journey offers that key. */
export class KeyOffice {
  private readonly keys: ReadonlyMap<string, ProvableKey>;

  constructor(private readonly the: KeyOfficeParts) {
    this.keys = new Map(the.keys.map((key) => [key.kind, key]));
  }

  /** The key of this name; undefined when the journey does not offer it, or needs none any more. */
  offered(name: string, opened: OpenedJourney): OfferedKey | undefined {
    return this.find(name, opened, (offer) => offer.available);
  }

  /** The same for a proof that was begun: an outage reported since does not throw it away. */
  begun(name: string, opened: OpenedJourney): OfferedKey | undefined {
    return this.find(name, opened, (offer) => offer.available || offer.reason === 'out-of-service');
  }

  /** The page of the key as long as nothing was sent from it. */
  async page(offered: OfferedKey, opened: OpenedJourney, addresses: ProveAddresses): Promise<VNode> {
    return offered.key.page(addresses, await this.situation(offered, opened));
  }

  async prove(
    offered: OfferedKey,
    opened: OpenedJourney,
    form: Readonly<Record<string, string | undefined>>,
  ): Promise<ProveOutcome | NextPage> {
    const { key } = offered;
    const situation = { ...(await this.situation(offered, opened)), form };
    const { address } = situation;
    return key.countsAlong
      ? key.prove({ ...situation, failedProofs: this.the.limits.countAt(address) })
      : this.the.limits.within(address, () => key.prove(situation));
  }

  /** The browser is back; undefined when it was never sent away for this key. What was kept serves once. */
  async returned(
    offered: OfferedKey,
    opened: OpenedJourney,
    query: Readonly<Record<string, string | undefined>>,
  ): Promise<ProveOutcome | undefined> {
    const { key } = offered;
    if (key.returned === undefined) return undefined;
    const memory = await this.the.proofs.takeElsewhere(opened.journey, key.kind);
    const situation = await this.situation(offered, opened);
    const back = key.returned.bind(key);
    return this.the.limits.within(situation.address, () => back({ ...situation, query, memory }));
  }

  /** The key sends the browser away. */
  noteElsewhere(
    { key }: OfferedKey,
    { journey }: OpenedJourney,
    memory: Readonly<Record<string, string>>,
  ): Promise<void> {
    return this.the.proofs.noteElsewhere(journey, { key: key.kind, memory });
  }

  /** The first of two factors holds. */
  noteFirstFactor({ journey }: OpenedJourney, firstFactor: FirstFactor): Promise<void> {
    return this.the.proofs.noteFirstFactor(journey, firstFactor);
  }

  /** Makes the proof part of the session. */
  async signIn(...of: Parameters<KeyOffice['accept']>): Promise<ProvenOutcome> {
    const outcome = await this.accept(...of);
    if (outcome.kind === 'signed-in') await outcome.beginning?.now();
    return outcome;
  }

  /** The same, but that a new session is begun by whoever goes on with the journey. */
  async accept(
    proven: Extract<ProveOutcome, { kind: 'proven' }>,
    kind: KeyKind,
    opened: OpenedJourney,
    { context }: FastifyRequest,
  ): Promise<ProvenOutcome> {
    const visitor = { ...opened.visitor, device: deviceOf(context) };
    const scene = { ...opened, session: opened.anySession, visitor };
    const outcome = await this.the.proofs.prove(kind, proven, scene);
    if (outcome.kind === 'signed-in') rememberKey(context, kind);
    return outcome;
  }

  /** Another is signed in here with a profile of their own making: whether it may be this person's, and they are asked. */
  offerLink(
    proven: Extract<ProveOutcome, { kind: 'proven' }>,
    kind: KeyKind,
    { journey, anySession }: OpenedJourney,
  ): Promise<boolean> {
    return this.the.links.offer(kind, proven, { journey, session: anySession });
  }

  /** Writes down a proof that did not hold. */
  refuse(
    outcome: Extract<ProveOutcome, { kind: 'wrong' | 'locked' }>,
    kind: KeyKind,
    opened: OpenedJourney,
  ): Promise<void> {
    return this.the.proofs.refused(kind, outcome, opened);
  }

  private find(
    name: string,
    opened: OpenedJourney,
    takes: (offer: KeyOffer) => boolean,
  ): OfferedKey | undefined {
    const key = this.keys.get(name);
    const decision = key && this.question(opened);
    if (decision === undefined || key === undefined) return undefined;
    const offered = decision.offers.some((offer) => offer.key === key.kind && takes(offer));
    return offered ? { key, ...firstFactorOf(opened, decision.passwordProven) } : undefined;
  }

  private async situation(
    { key, firstFactor: proven, alreadySignedIn }: OfferedKey,
    { journey, application, visitor }: OpenedJourney,
  ): Promise<Omit<ProveSituation, 'form'>> {
    const firstFactor = await this.the.proofs.standing(proven);
    const { device } = visitor;
    const minimum = weakestMeeting(journey.request.requirement, key.kind);
    return {
      address: visitor.address,
      ...(device !== undefined && { familiarTo: (fedId) => this.the.browsers.knows(fedId, device) }),
      now: systemClock.now(),
      ...(minimum && { minimum }),
      alreadySignedIn: alreadySignedIn && firstFactor !== undefined,
      ...(firstFactor && { firstFactor }),
      journeyId: journey.id,
      language: visitor.language,
      application: { id: application.id, agency: application.agency.number, name: application.name },
    };
  }

  /** What the journey asks of the person now; undefined when it asks nothing. */
  private question({ journey, application, session }: OpenedJourney): Asking | undefined {
    if (journey.state !== 'choosing') return undefined;
    const decision = this.the.evaluator.decision({
      request: journey.request,
      application,
      session,
      now: systemClock.now(),
      since: journey.createdAt,
    });
    return decision.kind === 'step-up' || decision.kind === 'choose' ? decision : undefined;
  }
}

/** The first factor that holds already: from the session, or typed earlier in this journey. */
function firstFactorOf(
  { journey, session }: OpenedJourney,
  provenInSession: boolean,
): Pick<OfferedKey, 'firstFactor' | 'alreadySignedIn'> {
  const event = provenInSession ? session?.events.at(-1) : undefined;
  if (session !== undefined && event !== undefined) {
    return { firstFactor: { fedId: session.fedId, keyId: event.keyId }, alreadySignedIn: true };
  }
  return { ...(journey.password && { firstFactor: journey.password }), alreadySignedIn: false };
}

import type { AuditWriter } from '#libs/audit';
import {
  maskMailbox,
  ProfileLinkDeclined,
  ProfileLinked,
  provesIdentity,
  type ProfileLinks,
  type ProveOutcome,
  type RealProof,
} from '#libs/digital-keys';
import { minutes, type Clock, type FedId } from '#libs/kernel';
import type { KeyKind } from '#libs/loa';
import type { PeopleStore } from '#libs/people';
import type { AnySession } from '../../sign-in-session/session-row.js';
import type { SignInSessionStore } from '../../sign-in-session/sign-in-session.store.js';
import { recordEntry } from '../journey-record.js';
import type { JourneyStore } from '../journey.store.js';
import type { Elsewhere } from '../journey.js';
import type { ProofScene, ProofService, ProvenOutcome } from '../prove-key/proof.service.js';

type Proven = Extract<ProveOutcome, { kind: 'proven' }>;

interface Waiting {
  readonly own: FedId;
  readonly proof: RealProof;
}

/** Under this name the proof waits with the login for the person's answer. */
const WAITING = 'link';
/** The person is at the screen; a proof that waited longer is asked anew. */
const LONGEST_WAIT = minutes(10);

export interface LinkServices {
  readonly journeys: Pick<JourneyStore, 'noteElsewhere' | 'takeElsewhere'>;
  readonly sessions: Pick<SignInSessionStore, 'end' | 'endAllOf'>;
  readonly proofs: Pick<ProofService, 'proven'>;
  readonly links: ProfileLinks;
  readonly people: Pick<PeopleStore, 'findContacts'>;
  readonly audit: Pick<AuditWriter, 'record'>;
  readonly clock: Clock;
}

/**
 * A person who is signed in with a profile of their own making proves who they really are. Only they can say whether
 * the profile is theirs: a browser may be shared. Until they said so, the proof opens nothing.
 */
export class LinkProfileService {
  constructor(private readonly the: LinkServices) {}

  /** Whether the person is to be asked; the proof then waits with the login. */
  async offer(kind: KeyKind, proof: Proven, { journey, session }: Pick<ProofScene, 'journey' | 'session'>) {
    const own = session?.fedId;
    if (own === undefined || !provesIdentity(proof.enrolment)) return false;
    if (!(await this.the.links.isSelfRegistered(own))) return false;
    const { fedId, keyId, enrolment, level } = proof;
    const at = this.the.clock.now().toISOString();
    const memory = { own, fedId, keyId, enrolment, key: kind, at, ...(level && { level: `${level}` }) };
    await this.the.journeys.noteElsewhere(journey.id, { key: WAITING, memory });
    return true;
  }

  /** What the page shows; undefined when no proof waits, or the profile is no longer signed in. */
  async question({ journey, session }: Pick<ProofScene, 'journey' | 'session'>) {
    const waiting = this.waiting(journey.elsewhere, session?.fedId);
    if (waiting === undefined) return undefined;
    const contacts = await this.the.people.findContacts(waiting.own);
    const mail = contacts.find(({ kind }) => kind === 'mail')?.value;
    return { provenWith: waiting.proof.key, profile: mail === undefined ? '' : maskMailbox(mail) };
  }

  /** Links, or signs the profile out here; the proof counts either way, once. */
  async answer(isMine: boolean, scene: ProofScene): Promise<ProvenOutcome | undefined> {
    const { journey, session } = scene;
    if (this.waiting(journey.elsewhere, session?.fedId) === undefined) return undefined;
    const waiting = this.waiting(await this.the.journeys.takeElsewhere(journey.id), session?.fedId);
    if (waiting === undefined || session === undefined) return undefined;
    return isMine ? this.link(waiting, session, scene) : this.decline('declined', waiting, scene);
  }

  private async link(waiting: Waiting, session: AnySession, scene: ProofScene): Promise<ProvenOutcome> {
    const { own, proof } = waiting;
    const linked = await this.the.links.link(own, proof, scene.journey.createdAt);
    if (linked.kind === 'refused') return this.decline(linked.kind, waiting, scene);
    await this.linked(linked, proof, scene);
    await this.the.sessions.endAllOf(linked.former);
    // The record that stayed: the profile's, in its session, or the real person's, in a session of its own.
    const stays = linked.fedId === own ? session : undefined;
    const proven = { kind: 'proven', ...proof, fedId: linked.fedId } as const;
    return this.the.proofs.proven(proof.key, proven, { ...scene, session: stays });
  }

  /** The profile is signed out here; the proof counts for the person alone. */
  private async decline(reason: string, { proof }: Waiting, scene: ProofScene): Promise<ProvenOutcome> {
    if (scene.session !== undefined) await this.the.sessions.end(scene.session.uid);
    await this.declined(reason, proof, scene);
    return this.the.proofs.proven(proof.key, { kind: 'proven', ...proof }, { ...scene, session: undefined });
  }

  private waiting(elsewhere: Elsewhere | undefined, signedIn: FedId | undefined): Waiting | undefined {
    if (elsewhere?.key !== WAITING) return undefined;
    const { own, at, fedId, keyId, enrolment, key, level } = elsewhere.memory as Record<string, string>;
    const waited = this.the.clock.now().getTime() - Date.parse(at ?? '');
    if (own === undefined || own !== signedIn || !(waited < LONGEST_WAIT)) return undefined;
    const proof = { fedId, keyId, enrolment, key, ...(level && { level: Number(level) }) };
    return { own: own as FedId, proof: proof as RealProof };
  }

  private linked(
    { fedId, former }: { readonly fedId: FedId; readonly former: FedId },
    { key, keyId }: RealProof,
    { journey, application, visitor }: ProofScene,
  ): Promise<void> {
    return this.the.audit.record(ProfileLinked, {
      ...recordEntry({ application, visitor }),
      subject: fedId,
      data: { journey: journey.id, key, keyId, former },
    });
  }

  private declined(
    reason: string,
    { fedId, key }: RealProof,
    { journey, application, visitor }: ProofScene,
  ): Promise<void> {
    return this.the.audit.record(ProfileLinkDeclined, {
      ...recordEntry({ application, visitor }),
      subject: fedId,
      data: { journey: journey.id, key, reason },
    });
  }
}

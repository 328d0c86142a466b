import type { FastifyRequest } from 'fastify';
import {
  judgeKeyAction,
  newKeyEnrolment,
  type DigitalKey,
  type KeyAction,
  type KeyActionVerdict,
  type KeyLife,
  type Standing,
  type TargetKey,
} from '#libs/digital-keys';
import { AppError, currentRequest, httpErrors, principalOf, RedirectAnswer } from '#libs/http';
import type { Enrolment, KeyKind, LoaPolicy } from '#libs/loa';
import type { AgreementsStore, PeopleStore } from '#libs/people';
import type { SignedInPerson, SignInDesk } from '#libs/service-provider';
import { KEY_NOT_CHANGED } from './keys.errors.js';

export interface KeyDeskParts {
  readonly life: KeyLife;
  readonly people: PeopleStore;
  readonly agreements: AgreementsStore;
  readonly desk: SignInDesk;
  readonly policy: LoaPolicy;
}

/** The person at the counter, and how they stand. */
export interface Visitor {
  readonly person: SignedInPerson;
  readonly standing: Standing;
  readonly keys: readonly DigitalKey[];
}

/** Decides for SMA's pages what a person may do with their keys in this session. */
export class KeyDesk {
  constructor(private readonly the: KeyDeskParts) {}

  async visitor(request: FastifyRequest): Promise<Visitor> {
    const person = principalOf<SignedInPerson>(request);
    const { fedId, level: session } = person;
    const [keys, contacts, agreement] = await Promise.all([
      this.the.life.keysOf(fedId),
      this.the.people.findContacts(fedId),
      this.the.agreements.hasAccepted(fedId),
    ]);
    const has = (kind: 'mail' | 'phone') => contacts.some((one) => one.kind === kind && one.verified);
    const standing = { session, keys, has: { agreement, mail: has('mail'), phone: has('phone') } };
    return { person, standing, keys };
  }

  /** One of the visitor's own keys. Asking to change another one is on record. */
  async keyOf({ person, keys }: Visitor, id: string, change?: KeyAction): Promise<DigitalKey> {
    const found = keys.find((key) => key.id === id);
    if (found !== undefined) return found;
    if (change !== undefined) await this.noteRefusal(person, change, 'unknown', 'not-own');
    throw new AppError(httpErrors.NOT_FOUND);
  }

  judge({ standing }: Visitor, action: KeyAction, target: TargetKey): KeyActionVerdict {
    return judgeKeyAction(action, target, standing, this.the.policy);
  }

  async enrolmentOf({ person, keys }: Visitor): Promise<Enrolment> {
    const registered = await this.the.people.find(person.fedId);
    return newKeyEnrolment(
      { session: person.level, person: registered?.enrolment ?? 'self', keys },
      this.the.policy,
    );
  }

  /** Goes on when the action is open; otherwise leads to a stronger sign-in, or says why not. */
  async admit(
    request: FastifyRequest,
    visitor: Visitor,
    wish: { readonly action: KeyAction; readonly target: TargetKey; readonly page: string },
  ): Promise<void> {
    const { action, target, page } = wish;
    const verdict = this.judge(visitor, action, target);
    if (verdict.kind === 'allowed') return;
    // Looking is no attempt; sending a form that no page of this session offered is.
    if (request.method !== 'GET')
      await this.noteRefusal(visitor.person, action, target.kind, reasonOf(verdict));
    if (verdict.kind === 'step-up') {
      throw new RedirectAnswer(await this.the.desk.stepUp(request, verdict.level, page));
    }
    if (verdict.kind === 'missing') throw new RedirectAnswer(page);
    throw new AppError(KEY_NOT_CHANGED, { detail: verdict.reason });
  }

  private noteRefusal(
    { fedId }: SignedInPerson,
    action: KeyAction,
    key: KeyKind | 'unknown',
    reason: string,
  ): Promise<void> {
    const { reference, address } = currentRequest();
    return this.the.life.noteRefusal(fedId, { key, action, reason }, { reference, address });
  }
}

function reasonOf(verdict: Exclude<KeyActionVerdict, { kind: 'allowed' }>): string {
  return verdict.kind === 'impossible' ? verdict.reason : verdict.kind;
}

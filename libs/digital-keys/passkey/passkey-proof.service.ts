import type { FedId } from '#libs/kernel';
import type { Enrolment } from '#libs/loa';
import type { BlindIndex, Throttle } from '#libs/security';
import type { OwnKeys } from '../own-keys.js';
import { LONGEST_USERNAME, normaliseUsername } from '../password/password.js';
import type { PasswordStore } from '../password/password.store.js';
import { checkAnswer, readAnswer, type AnswerRefusal, type PasskeyAnswer } from './passkey.js';
import {
  CHALLENGE_LIFETIME,
  type PasskeyChallengesStore,
  type TakenChallenge,
} from './passkey-challenges.store.js';
import { decoyFor, NOBODYS_KEY } from './passkey-decoy.js';
import { PasskeyLimits } from './passkey-limits.js';
import { isSignedAnswer } from './passkey-signature.js';
import type { CredentialDescriptor, PasskeyRecord, PasskeyStore } from './passkey.store.js';
import type { PasskeyRelyingParty } from './relying-party.js';

/** What the page hands to the browser (WebAuthn 5.5). */
export interface PasskeyRequest {
  readonly challenge: string;
  readonly rpId: string;
  /** Milliseconds. */
  readonly timeout: number;
  readonly userVerification: 'required';
  /** Empty: the person chooses among those that the device knows. */
  readonly allowCredentials: readonly (CredentialDescriptor & { readonly type: 'public-key' })[];
}

export type PasskeyReason =
  | AnswerRefusal
  | 'malformed'
  | 'challenge'
  | 'unknown'
  | 'signature'
  | 'other-person'
  | 'user-handle'
  | 'person'
  | 'revoked';

export type PasskeyVerification =
  | {
      readonly kind: 'right';
      readonly fedId: FedId;
      readonly keyId: string;
      readonly enrolment: Enrolment;
    }
  /** `reason` is for the record; of all but `challenge` the page says the same. */
  | { readonly kind: 'refused'; readonly reason: PasskeyReason; readonly subject?: FedId }
  /** Its owner put it on hold, or it was copied: now, or found out earlier. */
  | { readonly kind: 'suspended'; readonly copied: boolean; readonly subject: FedId }
  | { readonly kind: 'locked'; readonly waitMs: number };

export interface PasskeyLogin {
  readonly journeyId: string;
  readonly now: Date;
  readonly address: string;
}

export interface PasskeyProofParts {
  readonly store: PasskeyStore;
  readonly challenges: PasskeyChallengesStore;
  readonly passwords: Pick<PasswordStore, 'findByUsername'>;
  readonly own: Pick<OwnKeys, 'suspend'>;
  readonly index: BlindIndex;
  readonly throttle: Throttle;
  readonly party: PasskeyRelyingParty;
}

/** Asks a passkey to prove who somebody is, and judges the answer (WebAuthn 7.2). */
export class PasskeyProofService {
  private readonly limits: PasskeyLimits;

  constructor(private readonly the: PasskeyProofParts) {
    this.limits = new PasskeyLimits(the.throttle);
  }

  /** Any passkey that the device knows. */
  ask(login: Pick<PasskeyLogin, 'journeyId' | 'now'>): Promise<PasskeyRequest> {
    return this.request(login, []);
  }

  /** One of the passkeys of whoever has this username; for a name without any, of nobody. */
  async askFor(username: string, login: PasskeyLogin): Promise<PasskeyRequest | PasskeyLocked> {
    const locked = await this.attempt(login);
    if (locked !== undefined) return locked;
    const { fedId, credentials } = await this.credentialsOf(normaliseUsername(username));
    return this.request(login, credentials, fedId);
  }

  private async credentialsOf(username: string) {
    const decoy = decoyFor(username, this.the.index);
    const known =
      username.length <= LONGEST_USERNAME ? await this.the.passwords.findByUsername(username) : undefined;
    const fedId = known?.fedId ?? decoy.fedId;
    const credentials = await this.the.store.credentialsOf(fedId, 'active');
    return credentials.length === 0 ? decoy : { fedId, credentials };
  }

  private async request(
    { journeyId, now }: Pick<PasskeyLogin, 'journeyId' | 'now'>,
    credentials: readonly CredentialDescriptor[],
    fedId?: FedId,
  ): Promise<PasskeyRequest> {
    const { challenges, party } = this.the;
    return {
      challenge: await challenges.make({ purpose: 'prove', binding: journeyId, now }, fedId),
      rpId: party.rpId,
      timeout: CHALLENGE_LIFETIME,
      userVerification: 'required',
      allowCredentials: credentials.map(({ id, transports }) => ({ id, transports, type: 'public-key' })),
    };
  }

  /** Judges the answer that the page's script sent. */
  async verify(
    form: Readonly<Record<string, string | undefined>>,
    login: PasskeyLogin,
  ): Promise<PasskeyVerification> {
    const locked = await this.attempt(login);
    if (locked !== undefined) return locked;
    const answer = readAnswer(form);
    if (answer === undefined) return { kind: 'refused', reason: 'malformed' };
    const binding = { purpose: 'prove' as const, binding: login.journeyId, now: login.now };
    const asked = await this.the.challenges.take(answer.client.challenge, binding);
    if (asked === undefined) return { kind: 'refused', reason: 'challenge' };
    const outcome = await this.judge(answer, asked);
    if (outcome.kind === 'right') await this.limits.forgive(login, asked.fedId !== undefined);
    return outcome;
  }

  private async judge(answer: PasskeyAnswer, asked: TakenChallenge): Promise<PasskeyVerification> {
    const record = await this.the.store.find(answer.credentialId);
    const signed = await isSignedAnswer(answer, record?.publicKey ?? NOBODYS_KEY, this.the.party);
    const reason = this.refusal(answer, record, signed);
    if (reason !== undefined) return { kind: 'refused', reason };
    return record === undefined
      ? { kind: 'refused', reason: 'unknown' }
      : this.judgeGenuine(answer, record, asked);
  }

  private refusal(
    answer: PasskeyAnswer,
    record: PasskeyRecord | undefined,
    signed: boolean,
  ): PasskeyReason | undefined {
    const { rpId, provenAt } = this.the.party;
    const reason = checkAnswer(answer, { type: 'webauthn.get', origin: provenAt, rpId });
    if (reason !== undefined) return reason;
    if (record === undefined) return 'unknown';
    return signed ? undefined : 'signature';
  }

  /** What follows is about a passkey that was really there: its owner may be told of its state. */
  private async judgeGenuine(
    { device, userHandle }: PasskeyAnswer,
    record: PasskeyRecord,
    { fedId: askedFor }: TakenChallenge,
  ): Promise<PasskeyVerification> {
    const { fedId, keyId, enrolment, state } = record;
    const reason = ownerProblem(record, { userHandle, askedFor });
    if (reason !== undefined) return { kind: 'refused', reason, subject: fedId };
    if (device.backupEligible !== record.backupEligible) {
      return { kind: 'refused', reason: 'backup-flags', subject: fedId };
    }
    if (state !== 'active') return { kind: 'suspended', copied: record.copied, subject: fedId };
    if (await this.the.store.advance(keyId, device)) return { kind: 'right', fedId, keyId, enrolment };
    await this.the.store.noteCopied(keyId);
    await this.the.own.suspend({ fedId, keyId, kind: 'passkey' }, 'copied');
    return { kind: 'suspended', copied: true, subject: fedId };
  }

  private async attempt(login: PasskeyLogin): Promise<PasskeyLocked | undefined> {
    const waitMs = await this.limits.attempt(login);
    return waitMs === undefined ? undefined : { kind: 'locked', waitMs };
  }
}

export type PasskeyLocked = Extract<PasskeyVerification, { kind: 'locked' }>;

/** Whose passkey it is: the device, and where a username was typed the username, must say so too (7.2 step 6). */
function ownerProblem(
  { fedId, userHandle, personActive, state }: PasskeyRecord,
  shown: { readonly userHandle: string | undefined; readonly askedFor: string | undefined },
): PasskeyReason | undefined {
  if (shown.askedFor !== undefined && shown.askedFor !== fedId) return 'other-person';
  if ((shown.userHandle ?? (shown.askedFor && userHandle)) !== userHandle) return 'user-handle';
  if (!personActive) return 'person';
  return state === 'revoked' ? 'revoked' : undefined;
}

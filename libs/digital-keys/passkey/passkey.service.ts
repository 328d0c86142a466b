import { verifyRegistrationResponse } from '@simplewebauthn/server';
import type { AuditWriter } from '#libs/audit';
import type { Database } from '#libs/database';
import type { FedId } from '#libs/kernel';
import type { Enrolment } from '#libs/loa';
import type { BlindIndex } from '#libs/security';
import { DigitalKeysStore } from '../digital-keys.store.js';
import { isDuplicate } from '../duplicate.js';
import { keyLabel, OwnKeys, requestEntry, type KeyChange } from '../own-keys.js';
import { PasskeyCreated, PasskeyCreationRefused } from './passkey.audit.js';
import { checkAnswer, PASSKEY_ALGORITHMS } from './passkey.js';
import { CHALLENGE_LIFETIME, PasskeyChallengesStore } from './passkey-challenges.store.js';
import { readCreated, type CreatedPasskey, type CreationRefusal } from './passkey-creation.js';
import { PasskeyStore, type RegisteredPasskey } from './passkey.store.js';
import type { PasskeyRelyingParty } from './relying-party.js';

/** Passkeys that one person may have at a time. */
export const MOST_PASSKEYS = 10;

/** What the page hands to the browser to make one (WebAuthn 5.4). */
export interface PasskeyCreation {
  readonly challenge: string;
  readonly rp: { readonly id: string; readonly name: string };
  readonly user: { readonly id: string; readonly name: string; readonly displayName: string };
  readonly pubKeyCredParams: readonly { readonly type: 'public-key'; readonly alg: number }[];
  /** Milliseconds. */
  readonly timeout: number;
  readonly attestation: 'none';
  readonly authenticatorSelection: {
    readonly residentKey: 'required';
    readonly requireResidentKey: true;
    readonly userVerification: 'required';
  };
  readonly excludeCredentials: readonly { readonly id: string; readonly type: 'public-key' }[];
}

export type PasskeyCreationReason = CreationRefusal | 'challenge' | 'signature' | 'duplicate' | 'too-many';

export type PasskeyCreationOutcome =
  | { readonly kind: 'created'; readonly keyId: string }
  | { readonly kind: 'refused'; readonly reason: PasskeyCreationReason };

/** The person who makes a passkey, in the session in which they do. */
export interface PasskeyMaker {
  readonly fedId: FedId;
  /** What only this session knows; the same at start and finish. */
  readonly binding: string;
  readonly now: Date;
}

export interface PasskeyParts {
  readonly database: Database;
  readonly index: BlindIndex;
  readonly audit: Pick<AuditWriter, 'record'>;
  readonly party: PasskeyRelyingParty;
}

/** Passkeys as their owner manages them, in SMA. Whether the session may is for the caller to know. */
export class PasskeyService {
  private readonly store: PasskeyStore;
  private readonly challenges: PasskeyChallengesStore;
  private readonly keys: DigitalKeysStore;
  private readonly own: OwnKeys;

  constructor(private readonly the: PasskeyParts) {
    this.store = new PasskeyStore(the.database);
    this.challenges = new PasskeyChallengesStore(the.database);
    this.keys = new DigitalKeysStore(the.database);
    this.own = new OwnKeys(the.database, the.audit);
  }

  /** @param name under which the person finds it on the device: a username or mail address, never a number */
  async startCreation(maker: PasskeyMaker, name: string): Promise<PasskeyCreation> {
    const { rpId } = this.the.party;
    const known = await this.store.credentialsOf(maker.fedId, 'all');
    return {
      challenge: await this.challenges.make({ ...maker, purpose: 'create' }, maker.fedId),
      rp: { id: rpId, name: 'CSAM' },
      user: { id: this.userHandle(maker.fedId), name, displayName: name },
      pubKeyCredParams: PASSKEY_ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
      timeout: CHALLENGE_LIFETIME,
      attestation: 'none',
      authenticatorSelection: {
        residentKey: 'required',
        requireResidentKey: true,
        userVerification: 'required',
      },
      excludeCredentials: known.map(({ id }) => ({ id, type: 'public-key' })),
    };
  }

  /** Judges what the device made (WebAuthn 7.1) and keeps it as a key of this person. */
  async finishCreation(
    maker: PasskeyMaker & { readonly enrolment: Enrolment; readonly label: string },
    form: Readonly<Record<string, string | undefined>>,
  ): Promise<PasskeyCreationOutcome> {
    const made = await this.judge(maker, form);
    const outcome = typeof made === 'string' ? refused(made) : await this.keep(maker, made);
    const entry = { ...requestEntry(), subject: maker.fedId };
    if (outcome.kind === 'refused') {
      await this.the.audit.record(PasskeyCreationRefused, { ...entry, data: { reason: outcome.reason } });
    } else if (typeof made !== 'string') {
      const data = { keyId: outcome.keyId, algorithm: made.algorithm, backedUp: made.device.backedUp };
      await this.the.audit.record(PasskeyCreated, { ...entry, data });
    }
    return outcome;
  }

  private async judge(
    maker: PasskeyMaker,
    form: Readonly<Record<string, string | undefined>>,
  ): Promise<CreatedPasskey | PasskeyCreationReason> {
    const read = readCreated(form);
    if (typeof read === 'string') return read;
    const taken = await this.challenges.take(read.client.challenge, { ...maker, purpose: 'create' });
    if (taken?.fedId !== maker.fedId) return 'challenge';
    const { rpId, madeAt } = this.the.party;
    const reason = checkAnswer(read, { type: 'webauthn.create', origin: madeAt, rpId });
    if (reason !== undefined) return reason;
    if (!PASSKEY_ALGORITHMS.includes(read.algorithm)) return 'algorithm';
    return (await this.isWellMade(read)) ? read : 'signature';
  }

  private async isWellMade({ credentialId: id, client, ...made }: CreatedPasskey): Promise<boolean> {
    const { rpId, madeAt } = this.the.party;
    const { clientDataJSON, attestationObject } = made;
    try {
      const { verified } = await verifyRegistrationResponse({
        response: {
          id,
          rawId: id,
          type: 'public-key',
          response: { clientDataJSON, attestationObject },
          clientExtensionResults: {},
        },
        expectedChallenge: client.challenge,
        expectedOrigin: madeAt,
        expectedRPID: rpId,
        requireUserVerification: true,
        supportedAlgorithmIDs: [...PASSKEY_ALGORITHMS],
      });
      return verified;
    } catch {
      return false;
    }
  }

  private async keep(
    { fedId, enrolment, label }: PasskeyMaker & { readonly enrolment: Enrolment; readonly label: string },
    { device, ...made }: CreatedPasskey,
  ): Promise<PasskeyCreationOutcome> {
    const name = keyLabel(label);
    const key = { fedId, kind: 'passkey' as const, enrolment, ...(name && { label: name }) };
    try {
      return await this.the.database.transaction(async (tx) => {
        const store = this.store.within(tx);
        if ((await store.credentialsOf(fedId, 'all')).length >= MOST_PASSKEYS) return refused('too-many');
        const keyId = await this.keys.within(tx).add(key);
        await store.add(keyId, { ...made, ...device, userHandle: this.userHandle(fedId) });
        return { kind: 'created', keyId };
      });
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      return refused('duplicate');
    }
  }

  /** How devices know the person: the same for all their passkeys, and not to be traced back to the FedID. */
  private userHandle(fedId: FedId): string {
    return Buffer.from(this.the.index.of(fedId, 'passkey-user-handle'), 'hex').toString('base64url');
  }

  list(fedId: FedId): Promise<RegisteredPasskey[]> {
    return this.store.ofPerson(fedId);
  }

  rename(fedId: FedId, keyId: string, label: string): Promise<KeyChange> {
    return this.own.rename({ fedId, keyId, kind: 'passkey' }, label);
  }

  suspend(fedId: FedId, keyId: string): Promise<KeyChange> {
    return this.own.suspend({ fedId, keyId, kind: 'passkey' }, 'owner');
  }

  remove(fedId: FedId, keyId: string): Promise<KeyChange> {
    return this.own.remove({ fedId, keyId, kind: 'passkey' });
  }
}

const refused = (reason: PasskeyCreationReason): PasskeyCreationOutcome => ({ kind: 'refused', reason });

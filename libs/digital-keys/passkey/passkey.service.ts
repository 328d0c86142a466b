import { verifyRegistrationResponse } from '@simplewebauthn/server';
import type { AuditWriter } from '#libs/audit';
import type { Database, Queryable } from '#libs/database';
import type { FedId } from '#libs/kernel';
import type { BlindIndex } from '#libs/security';
import { requestEntry } from '../own-keys.js';
import { PasskeyCreationRefused } from './passkey.audit.js';
import { checkAnswer, PASSKEY_ALGORITHMS } from './passkey.js';
import { CHALLENGE_LIFETIME, PasskeyChallengesStore } from './passkey-challenges.store.js';
import { readCreated, type CreatedPasskey, type CreationRefusal } from './passkey-creation.js';
import { PasskeyStore } from './passkey.store.js';
import type { PasskeyRelyingParty } from './relying-party.js';

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

export type PasskeyCreationReason = CreationRefusal | 'challenge' | 'signature' | 'duplicate';

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

  constructor(private readonly the: PasskeyParts) {
    this.store = new PasskeyStore(the.database);
    this.challenges = new PasskeyChallengesStore(the.database);
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

  /** Judges what a device made (WebAuthn 7.1): it, when it can be a key of this person; otherwise why not, which is recorded. */
  async examine(
    maker: PasskeyMaker,
    form: Readonly<Record<string, string | undefined>>,
  ): Promise<CreatedPasskey | PasskeyCreationReason> {
    const made = await this.judge(maker, form);
    const known = typeof made !== 'string' && (await this.store.find(made.credentialId)) !== undefined;
    const reason = known ? 'duplicate' : made;
    if (typeof reason === 'string') await this.noteRefusal(maker.fedId, reason);
    return reason;
  }

  /** Stores it beside the key that it proves. Fails on the unique index when somebody just registered the same. */
  keep(
    tx: Queryable,
    own: { keyId: string; fedId: FedId },
    { device, ...made }: CreatedPasskey,
  ): Promise<void> {
    return this.store
      .within(tx)
      .add(own.keyId, { ...made, ...device, userHandle: this.userHandle(own.fedId) });
  }

  private async noteRefusal(subject: FedId, reason: PasskeyCreationReason): Promise<void> {
    await this.the.audit.record(PasskeyCreationRefused, { ...requestEntry(), subject, data: { reason } });
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

  /** How devices know the person: the same for all their passkeys, and not to be traced back to the FedID. */
  private userHandle(fedId: FedId): string {
    return Buffer.from(this.the.index.of(fedId, 'passkey-user-handle'), 'hex').toString('base64url');
  }
}

import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

/** What a device would say; each part can be bent. */
export interface Bend {
  readonly challenge?: string;
  readonly origin?: string;
  readonly type?: string;
  readonly crossOrigin?: boolean;
  readonly rpId?: string;
  /** Bits: 1 present, 4 verified, 8 may be backed up, 16 is backed up. */
  readonly flags?: number;
  readonly counter?: number;
  readonly userHandle?: string;
  readonly signWith?: KeyObject;
  readonly credentialId?: string;
  readonly algorithm?: number;
  readonly statement?: { readonly format: string; readonly content: Map<string, never> };
}

export const PRESENT = 1;
export const VERIFIED = 4;
export const MAY_BE_BACKED_UP = 8;
export const BACKED_UP = 16;
const ATTESTED = 64;

const base64url = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64url');

/** An authenticator in memory: makes one passkey, and answers challenges with it (WebAuthn 6). */
export class SpecDevice {
  readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly credentialId = base64url(randomBytes(32));
  userHandle = '';
  counter = 0;

  constructor(
    private readonly at: { readonly rpId: string; readonly madeAt: string; readonly provenAt: string },
    private readonly counts = true,
  ) {}

  /** The form as the page's script fills it after `create`. */
  create(
    { challenge, user }: { readonly challenge: string; readonly user: { readonly id: string } },
    bend: Bend = {},
  ): Record<string, string> {
    this.userHandle = user.id;
    const id = bend.credentialId ?? this.credentialId;
    const bytes = Buffer.from(id, 'base64url');
    const length = Buffer.alloc(2);
    length.writeUInt16BE(bytes.length);
    const authData = Buffer.concat([
      this.authenticatorData({ ...bend, flags: (bend.flags ?? PRESENT | VERIFIED) | ATTESTED }),
      Buffer.alloc(16, 7),
      length,
      bytes,
      isoCBOR.encode(this.publicKey(bend.algorithm ?? -7)),
    ]);
    const { format = 'none', content = new Map<string, never>() } = bend.statement ?? {};
    const object = new Map<string, string | Uint8Array | Map<string, never>>([
      ['fmt', format],
      ['attStmt', content],
      ['authData', new Uint8Array(authData)],
    ]);
    return {
      credentialId: id,
      clientDataJSON: this.clientData('webauthn.create', challenge, { origin: this.at.madeAt, ...bend }),
      attestationObject: base64url(isoCBOR.encode(object)),
      transports: 'internal hybrid nonsense',
    };
  }

  /** The form as the page's script fills it after `get`. */
  answer(challenge: string, bend: Bend = {}): Record<string, string> {
    if (this.counts) this.counter += 1;
    const data = this.authenticatorData(bend);
    const clientDataJSON = this.clientData('webauthn.get', challenge, { origin: this.at.provenAt, ...bend });
    const hash = createHash('sha256').update(Buffer.from(clientDataJSON, 'base64url')).digest();
    const signature = sign('sha256', Buffer.concat([data, hash]), bend.signWith ?? this.keys.privateKey);
    return {
      credentialId: bend.credentialId ?? this.credentialId,
      clientDataJSON,
      authenticatorData: base64url(data),
      signature: base64url(signature),
      userHandle: bend.userHandle ?? this.userHandle,
    };
  }

  private authenticatorData({ rpId, flags, counter }: Bend): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter ?? this.counter);
    return Buffer.concat([
      createHash('sha256')
        .update(rpId ?? this.at.rpId)
        .digest(),
      Buffer.from([flags ?? PRESENT | VERIFIED]),
      count,
    ]);
  }

  private clientData(type: string, challenge: string, bend: Bend): string {
    return base64url(
      JSON.stringify({
        type: bend.type ?? type,
        challenge: bend.challenge ?? challenge,
        origin: bend.origin,
        crossOrigin: bend.crossOrigin ?? false,
      }),
    );
  }

  /** COSE_Key (RFC 9053 section 7.1.1). */
  private publicKey(algorithm: number): Map<number, number | Uint8Array> {
    const { x = '', y = '' } = this.keys.publicKey.export({ format: 'jwk' });
    const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'));
    return new Map<number, number | Uint8Array>([
      [1, 2],
      [3, algorithm],
      [-1, 1],
      [-2, bytes(x)],
      [-3, bytes(y)],
    ]);
  }
}

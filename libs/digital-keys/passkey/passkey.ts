import { createHash } from 'node:crypto';
import { parseAuthenticatorData } from '@simplewebauthn/server/helpers';

/** COSE algorithms that are taken: ES256, EdDSA, and RS256 for computers that know no other. Never SHA-1 (RS1). */
export const PASSKEY_ALGORITHMS: readonly number[] = [-7, -8, -257];

/** Fields of the form that the page's script fills in, base64url. */
export const ANSWER_FIELDS = [
  'credentialId',
  'clientDataJSON',
  'authenticatorData',
  'signature',
  'userHandle',
] as const;
export type AnswerField = (typeof ANSWER_FIELDS)[number];

type Form = Readonly<Record<string, string | undefined>>;

/** What the browser saw (WebAuthn 5.8.1). */
export interface ClientData {
  readonly type: string;
  readonly challenge: string;
  readonly origin: string;
  readonly crossOrigin: boolean;
}

/** What the device says of itself and of the moment (WebAuthn 6.1). */
export interface DeviceData {
  /** Hexadecimal SHA-256 of the domain that the device believes to answer to. */
  readonly rpIdHash: string;
  readonly present: boolean;
  readonly verified: boolean;
  readonly backupEligible: boolean;
  readonly backedUp: boolean;
  readonly counter: number;
}

/** A device's answer to a challenge. Nothing of it may be believed before its signature holds. */
export interface PasskeyAnswer {
  readonly credentialId: string;
  readonly clientDataJSON: string;
  readonly authenticatorData: string;
  readonly signature: string;
  readonly userHandle?: string;
  readonly client: ClientData;
  readonly device: DeviceData;
}

const BASE64URL = /^[A-Za-z0-9_-]+$/;
const LONGEST_FIELD = 8_192;
/** WebAuthn 5.1: credential identifiers have 1023 bytes at most. */
const LONGEST_CREDENTIAL_ID = 1_364;

/** A field of the form, when it is base64url of a sensible length. */
export function readField(form: Form, name: string, longest = LONGEST_FIELD): string | undefined {
  const value = form[name] ?? '';
  return value.length <= longest && BASE64URL.test(value) ? value : undefined;
}

export const readCredentialId = (form: Form): string | undefined =>
  readField(form, 'credentialId', LONGEST_CREDENTIAL_ID);

/** Whether the script sent anything at all. */
export const isAnswer = (form: Form): boolean => (form.credentialId ?? '') !== '';

/** Reads the answer from the form; undefined when it is none. */
export function readAnswer(form: Form): PasskeyAnswer | undefined {
  const credentialId = readCredentialId(form);
  const [clientDataJSON, authenticatorData, signature, userHandle] = ANSWER_FIELDS.slice(1).map((name) =>
    readField(form, name),
  );
  if (!credentialId || !clientDataJSON || !authenticatorData || !signature) return undefined;
  const client = readClientData(clientDataJSON);
  const device = readDeviceData(authenticatorData);
  if (client === undefined || device === undefined) return undefined;
  const fields = { credentialId, clientDataJSON, authenticatorData, signature };
  return { ...fields, ...(userHandle && { userHandle }), client, device };
}

export function readClientData(base64url: string): ClientData | undefined {
  try {
    const read = JSON.parse(Buffer.from(base64url, 'base64url').toString('utf8')) as Record<string, unknown>;
    const { type, challenge, origin, crossOrigin } = read;
    if (typeof type !== 'string' || typeof challenge !== 'string' || typeof origin !== 'string') {
      return undefined;
    }
    return { type, challenge, origin, crossOrigin: crossOrigin !== undefined && crossOrigin !== false };
  } catch {
    return undefined;
  }
}

export function readDeviceData(base64url: string): DeviceData | undefined {
  try {
    const data = parseAuthenticatorData(new Uint8Array(Buffer.from(base64url, 'base64url')));
    return deviceData(data);
  } catch {
    return undefined;
  }
}

export const deviceData = ({ rpIdHash, flags, counter }: ReturnType<typeof parseAuthenticatorData>) => ({
  rpIdHash: Buffer.from(rpIdHash).toString('hex'),
  present: flags.up,
  verified: flags.uv,
  backupEligible: flags.be,
  backedUp: flags.bs,
  counter,
});

export type AnswerRefusal =
  'type' | 'origin' | 'cross-origin' | 'domain' | 'not-present' | 'not-verified' | 'backup-flags';

/** Where an answer must come from, and to what ceremony. */
export interface Expected {
  readonly type: 'webauthn.get' | 'webauthn.create';
  readonly origin: string;
  readonly rpId: string;
}

/** The checks of WebAuthn 7.1 and 7.2 that need no key: each refusal has a name for the record. */
export function checkAnswer(
  { client, device }: Pick<PasskeyAnswer, 'client' | 'device'>,
  expected: Expected,
): AnswerRefusal | undefined {
  return checkClient(client, expected) ?? checkDevice(device, expected);
}

function checkClient(client: ClientData, { type, origin }: Expected): AnswerRefusal | undefined {
  if (client.type !== type) return 'type';
  if (client.origin !== origin) return 'origin';
  return client.crossOrigin ? 'cross-origin' : undefined;
}

/** Without the person verified by the device a passkey is one factor (NIST SP 800-63B), and not what it is here. */
function checkDevice(device: DeviceData, { rpId }: Expected): AnswerRefusal | undefined {
  if (device.rpIdHash !== createHash('sha256').update(rpId).digest('hex')) return 'domain';
  if (!device.present) return 'not-present';
  if (!device.verified) return 'not-verified';
  // Nothing can be in a keychain that may not be copied (WebAuthn 6.1.3).
  return device.backedUp && !device.backupEligible ? 'backup-flags' : undefined;
}

import {
  convertAAGUIDToString,
  cose,
  decodeAttestationObject,
  decodeCredentialPublicKey,
  parseAuthenticatorData,
} from '@simplewebauthn/server/helpers';
import {
  deviceData,
  readClientData,
  readField,
  type AnswerRefusal,
  type ClientData,
  type DeviceData,
} from './passkey.js';

/** Fields of the form that the page's script fills in; all base64url but `transports`, words with spaces between. */
export const CREATION_FIELDS = ['credentialId', 'clientDataJSON', 'attestationObject', 'transports'] as const;

/** What a device made. Nothing of it may be believed before it was verified. */
export interface CreatedPasskey {
  readonly credentialId: string;
  readonly clientDataJSON: string;
  readonly attestationObject: string;
  readonly client: ClientData;
  readonly device: DeviceData;
  readonly counter: number;
  readonly backupEligible: boolean;
  readonly backedUp: boolean;
  readonly publicKey: Uint8Array;
  readonly algorithm: number;
  readonly transports: readonly string[];
  readonly deviceType: string;
}

export type CreationRefusal = AnswerRefusal | 'malformed' | 'attestation' | 'algorithm';

const TRANSPORTS: readonly string[] = ['usb', 'nfc', 'ble', 'smart-card', 'hybrid', 'internal'];

/** Reads what the page's script sent; otherwise why it cannot be taken. */
export function readCreated(
  form: Readonly<Record<string, string | undefined>>,
): CreatedPasskey | CreationRefusal {
  const clientDataJSON = readField(form, 'clientDataJSON');
  const client = clientDataJSON && readClientData(clientDataJSON);
  const attestationObject = readField(form, 'attestationObject');
  if (!clientDataJSON || !client || !attestationObject) return 'malformed';
  const made = readAttestation(attestationObject);
  if (typeof made === 'string') return made;
  if (made.credentialId !== form.credentialId) return 'malformed';
  return { clientDataJSON, attestationObject, client, ...made, transports: transportsOf(form.transports) };
}

function readAttestation(attestationObject: string) {
  try {
    const object = decodeAttestationObject(new Uint8Array(Buffer.from(attestationObject, 'base64url')));
    return isPlain(object) ? readMade(object.get('authData')) : 'attestation';
  } catch {
    return 'malformed';
  }
}

/**
 * No statement about the device was asked, so none with certificates is taken: verifying it would visit addresses
 * that stand in them.
 */
function isPlain(object: ReturnType<typeof decodeAttestationObject>): boolean {
  const format: string = object.get('fmt');
  const statement = object.get('attStmt');
  return format === 'none' || (format === 'packed' && statement.get('x5c') === undefined);
}

function readMade(authData: Parameters<typeof parseAuthenticatorData>[0]) {
  const data = parseAuthenticatorData(authData);
  const { credentialID, credentialPublicKey, aaguid } = data;
  if (credentialID === undefined || credentialPublicKey === undefined || aaguid === undefined)
    return 'malformed';
  const algorithm = decodeCredentialPublicKey(credentialPublicKey).get(cose.COSEKEYS.alg);
  const device = deviceData(data);
  return {
    credentialId: Buffer.from(credentialID).toString('base64url'),
    publicKey: credentialPublicKey,
    algorithm: typeof algorithm === 'number' ? algorithm : 0,
    deviceType: convertAAGUIDToString(aaguid),
    device,
    counter: device.counter,
    backupEligible: device.backupEligible,
    backedUp: device.backedUp,
  };
}

const transportsOf = (text = ''): readonly string[] => [
  ...new Set(text.split(' ').filter((word) => TRANSPORTS.includes(word))),
];

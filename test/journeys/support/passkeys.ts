import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { CDPSession, Page } from 'playwright-core';
import { rows } from '../../support/stack-database.js';

/** A passkey as device and database know it. */
export interface DevicePasskey {
  readonly keyId: string;
  readonly credentialId: string;
  readonly userHandle: string;
  /** PKCS #8, base64. */
  readonly privateKey: string;
}

/** COSE_Key for ES256 (RFC 9053 section 7.1.1): the bytes around the two coordinates. */
const COSE_BEGIN = Buffer.from('a5010203262001215820', 'hex');
const COSE_MIDDLE = Buffer.from('225820', 'hex');

/** Registers a passkey for the person with this username, as making one in My digital keys does. */
export async function registerPasskey(fedId: string, counter = 0): Promise<DevicePasskey> {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const cose = Buffer.concat([
    COSE_BEGIN,
    Buffer.from(x, 'base64url'),
    COSE_MIDDLE,
    Buffer.from(y, 'base64url'),
  ]);
  const credentialId = randomBytes(32).toString('base64url');
  const userHandle = randomBytes(32).toString('base64url');
  const [key] = await rows<{ id: string }>(
    `insert into digital_keys.digital_key (fed_id, kind, enrolment, label)
     select fed_id, 'passkey', enrolment, 'Phone' from people.person where fed_id = $1 returning id`,
    [fedId],
  );
  if (key === undefined) throw new Error('nobody has this FedID');
  await rows(
    `insert into digital_keys.passkey (key_id, credential_id, user_handle, public_key, algorithm, counter,
                                       transports, backup_eligible, backed_up, device_type)
     values ($1, $2, $3, $4, -7, $5, '{internal}', false, false, 'virtual')`,
    [key.id, credentialId, userHandle, cose.toString('base64url'), counter],
  );
  const pkcs8 = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
  return { keyId: key.id, credentialId, userHandle, privateKey: pkcs8 };
}

/** A device in this browser that confirms on its own, as when its owner puts a finger on it. */
export async function plugIn(
  page: Page,
  passkeys: readonly DevicePasskey[],
  { verifies = true, discoverable = true, counter = 0 } = {},
): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: verifies,
      automaticPresenceSimulation: true,
    },
  });
  for (const { credentialId, userHandle, privateKey } of passkeys) {
    await session.send('WebAuthn.addCredential', {
      authenticatorId,
      credential: {
        credentialId: Buffer.from(credentialId, 'base64url').toString('base64'),
        isResidentCredential: discoverable,
        rpId: 'localhost',
        privateKey,
        signCount: counter,
        ...(discoverable && { userHandle: Buffer.from(userHandle, 'base64url').toString('base64') }),
      },
    });
  }
  return session;
}

/** Presses the button and lets the device answer; the browser is on the next page afterwards. */
export async function usePasskey(page: Page): Promise<void> {
  const button = page.locator('[data-passkey-ready] button[type=submit]');
  await Promise.all([page.waitForNavigation(), button.click()]);
}

import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import type { PasskeyAnswer } from './passkey.js';
import type { PasskeyRelyingParty } from './relying-party.js';

/**
 * The library's own judgement of an answer, signature included (WebAuthn 7.2). The counter is left out here: it would
 * be compared before the signature, so that anybody could have a passkey suspended.
 */
export async function isSignedAnswer(
  { credentialId: id, clientDataJSON, authenticatorData, signature, client }: PasskeyAnswer,
  publicKey: Uint8Array<ArrayBuffer>,
  { rpId, provenAt }: PasskeyRelyingParty,
): Promise<boolean> {
  try {
    const { verified } = await verifyAuthenticationResponse({
      response: {
        id,
        rawId: id,
        type: 'public-key',
        response: { clientDataJSON, authenticatorData, signature },
        clientExtensionResults: {},
      },
      expectedChallenge: client.challenge,
      expectedOrigin: provenAt,
      expectedRPID: rpId,
      requireUserVerification: true,
      credential: { id, publicKey, counter: 0 },
    });
    return verified;
  } catch {
    return false;
  }
}

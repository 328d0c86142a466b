import { createPrivateKey } from 'node:crypto';
import { minutes } from '#libs/kernel';
import {
  keyFromCertificate,
  logoutResponse,
  openSoap,
  readLogoutRequest,
  signedLogoutXml,
  soapEnvelope,
  STATUS,
  verifyEnvelopedSignature,
  type LogoutRequest,
} from '#libs/saml';
import type { IdentityProvider } from '../identity-provider.js';
import type { ServiceProviderKey } from '../key/service-provider-key.js';
import type { ServiceProviderAddresses } from '../metadata.js';

export interface LogoutReceiver {
  readonly addresses: ServiceProviderAddresses;
  readonly key: ServiceProviderKey;
  readonly identityProvider: IdentityProvider;
  readonly now: Date;
}

export type ReceivedLogout =
  | { readonly kind: 'refused'; readonly reason: string }
  | {
      readonly kind: 'accepted';
      /** What FAS calls the sessions that ended. */
      readonly sessionIndexes: readonly string[];
      /** The envelope of the answer, for when they have ended here too. */
      readonly answer: () => Promise<string>;
    };

const CLOCK_SKEW = minutes(3);

/**
 * Takes a LogoutRequest that FAS sends over SOAP (Profiles 4.4.3.3). Whoever calls, only what FAS signed counts. One that
 * comes twice ends what has ended, so nothing remembers it.
 */
export async function receiveLogout(body: string, the: LogoutReceiver): Promise<ReceivedLogout> {
  const opened = openSoap(body);
  if (opened.kind === 'refused') return opened;
  const trust = { keys: await trustedKeys(the.identityProvider) };
  const verified = verifyEnvelopedSignature(opened.message, trust);
  if (verified.kind === 'refused') return { kind: 'refused', reason: `signature-${verified.reason}` };
  const read = readLogoutRequest(verified.root);
  if (read.kind === 'refused') return read;
  const reason = problemOf(read.request, the);
  if (reason !== undefined) return { kind: 'refused', reason };
  const { id, sessionIndexes } = read.request;
  return { kind: 'accepted', sessionIndexes, answer: () => answerTo(id, the) };
}

function problemOf(request: LogoutRequest, { addresses, identityProvider, now }: LogoutReceiver) {
  const { issuer, destination, issueInstant, notOnOrAfter, sessionIndexes } = request;
  if (issuer !== identityProvider.entityId) return 'issuer';
  if (destination !== addresses.singleLogout) return 'destination';
  if (Math.abs(now.getTime() - issueInstant.getTime()) > CLOCK_SKEW) return 'issue-instant';
  if (notOnOrAfter !== undefined && notOnOrAfter <= now) return 'expired';
  return sessionIndexes.length === 0 ? 'session-index' : undefined;
}

async function answerTo(inResponseTo: string, { addresses, key, now }: LogoutReceiver): Promise<string> {
  const message = logoutResponse({
    issuer: addresses.entityId,
    inResponseTo,
    issuedAt: now,
    status: { code: STATUS.success },
  });
  const { privateKey, certificate } = key;
  const signer = { kid: addresses.entityId, privateKey: createPrivateKey(privateKey), certificate };
  return soapEnvelope(await signedLogoutXml(message, signer));
}

async function trustedKeys(identityProvider: IdentityProvider) {
  return (await identityProvider.certificates()).flatMap((certificate) => {
    const read = keyFromCertificate(certificate);
    return read.kind === 'key' ? [read.key] : [];
  });
}

import { calculatePKCECodeChallenge, randomNonce, randomPKCECodeVerifier } from 'openid-client';
import type { FieldCipher } from '#libs/security';
import { randomToken } from '#libs/security';

/** What a login keeps of its question to a service: nobody else can know it. */
export type LoginMemory = Readonly<Record<'state' | 'nonce' | 'codeVerifier', string>>;

/**
 * The `state` of a login at one service: sealed, so that the one callback address finds the login again, and bound
 * to the service, so that an answer of another one cannot bring it along (RFC 9700 section 4.4).
 */
export class LoginStates {
  constructor(private readonly cipher: FieldCipher) {}

  seal(service: string, journeyId: string): string {
    return this.cipher.encrypt(JSON.stringify({ journeyId, once: randomToken(16) }), contextOf(service));
  }

  /** The login that asked; undefined for a state that is not ours, or was given to another service. */
  open(service: string, state: string): string | undefined {
    try {
      const { journeyId } = JSON.parse(this.cipher.decrypt(state, contextOf(service))) as {
        journeyId: string;
      };
      return journeyId;
    } catch {
      return undefined;
    }
  }
}

const contextOf = (service: string): string => `partner-state:${service}`;

export function newMemory(state: string): LoginMemory {
  return { state, nonce: randomNonce(), codeVerifier: randomPKCECodeVerifier() };
}

export const challengeOf = ({ codeVerifier }: LoginMemory): Promise<string> =>
  calculatePKCECodeChallenge(codeVerifier);

/** What came out of the journey's row; undefined when this login asked nothing. */
export function readMemory(memory: Readonly<Record<string, string>> | undefined): LoginMemory | undefined {
  const { state, nonce, codeVerifier } = memory ?? {};
  return state === undefined || nonce === undefined || codeVerifier === undefined
    ? undefined
    : { state, nonce, codeVerifier };
}

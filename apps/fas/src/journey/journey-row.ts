import type { FieldCipher } from '#libs/security';
import type { AuthenticationRequest } from './authentication-request.js';
import type { AuthenticationResult } from './authentication-result.js';
import type { JourneyState } from './journey-table.js';
import type { Elsewhere, Journey, PasswordProof } from './journey.js';

export interface JourneyRow {
  id: string;
  version: 1;
  state: JourneyState;
  browser: string | null;
  request: AuthenticationRequest;
  protocol_state: unknown;
  password: PasswordProof | null;
  elsewhere: string | null;
  result: string | null;
  enterprise: Journey['enterprise'] | null;
  created_at: Date;
  expires_at: Date;
}

const RESULT = 'journey-result';
const ELSEWHERE = 'journey-elsewhere';

export const sealed = (result: AuthenticationResult, cipher: FieldCipher): string =>
  cipher.encrypt(JSON.stringify(result), RESULT);

export const sealedElsewhere = (elsewhere: Elsewhere, cipher: FieldCipher): string =>
  cipher.encrypt(JSON.stringify(elsewhere), ELSEWHERE);

export const openedElsewhere = (text: string, cipher: FieldCipher): Elsewhere =>
  JSON.parse(cipher.decrypt(text, ELSEWHERE)) as Elsewhere;

export function toJourney(row: JourneyRow, cipher: FieldCipher): Journey {
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    request: row.request,
    protocolState: row.protocol_state,
    ...(row.password !== null && { password: row.password }),
    ...(row.elsewhere !== null && { elsewhere: openedElsewhere(row.elsewhere, cipher) }),
    ...(row.result !== null && {
      result: JSON.parse(cipher.decrypt(row.result, RESULT)) as AuthenticationResult,
    }),
    ...(row.enterprise && { enterprise: row.enterprise }),
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  };
}

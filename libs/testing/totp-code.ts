import { generateSync } from 'otplib';

/** The code that an authenticator app shows at a moment: six digits, steps of 30 seconds (RFC 6238). */
export function totpCode(secret: string, at: Date = new Date()): string {
  return generateSync({ secret, epoch: Math.floor(at.getTime() / 1000) });
}

/** Seconds for which the code of a moment is still shown, 1 to 30. */
export function totpSecondsLeft(at: Date = new Date()): number {
  return 30 - (Math.floor(at.getTime() / 1000) % 30);
}

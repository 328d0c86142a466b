import { verifySync } from 'otplib';

/** RFC 6238 with what authenticator apps expect: SHA-1, six digits, 30 seconds. */
const STEP_SECONDS = 30;
const TOLERATED_STEPS = 1;

export type TotpOutcome = { readonly kind: 'right'; readonly timeStep: number } | { readonly kind: 'wrong' };

/**
 * Checks a code from an authenticator app, one step early or late (RFC 6238 section 5.2). The caller must refuse
 * a time step that was taken before.
 *
 * @param now milliseconds since 1970
 */
export function checkTotp(secret: string, code: string, now: number): TotpOutcome {
  const digits = code.replace(/[\s-]/g, '');
  if (!/^\d{6}$/.test(digits)) return { kind: 'wrong' };
  const result = verifySync({
    secret,
    token: digits,
    epoch: Math.floor(now / 1000),
    epochTolerance: STEP_SECONDS * TOLERATED_STEPS,
  });
  return result.valid && 'timeStep' in result
    ? { kind: 'right', timeStep: Number(result.timeStep) }
    : { kind: 'wrong' };
}

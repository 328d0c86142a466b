import type { ConsultationGround } from './source.js';

/**
 * A register is asked on a ground or not at all (PR-8).
 *
 * @throws Error when the legal basis or the purpose is missing; nothing has left us then
 */
export function checkGround({ legalBasis, purpose }: ConsultationGround): void {
  if (legalBasis.trim() === '' || purpose.trim() === '')
    throw new Error('The register is not consulted without a legal basis and a purpose.');
}

import { isCovered, isInDossier } from '#libs/attributes';
import type { RelyingParties } from '../../../relying-parties/relying-parties.js';
import type { ReleasableNow } from '../released-claims.js';

/**
 * Whether an application may still have what it received at the sign-in: the attribute is in its dossier, and its legal
 * basis covers it and has not ended. Whether it may have it in the first place was decided by APS.
 */
export function releasableNow(parties: RelyingParties): ReleasableNow {
  return (applicationId, attribute) => {
    const application = parties.find(applicationId);
    const basis = application?.authorisation;
    if (application === undefined || basis === undefined) return false;
    // The day of UTC is the last to begin in Belgium: nothing ends before its day is over.
    const today = new Date().toISOString().slice(0, 10);
    const isOver = basis.validUntil !== undefined && basis.validUntil < today;
    return (
      !isOver &&
      isCovered(basis.attributes, attribute) &&
      isInDossier(
        application.attributes.map(({ name }) => name),
        attribute,
      )
    );
  };
}

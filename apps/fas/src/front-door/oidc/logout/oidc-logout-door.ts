import { randomToken } from '#libs/security';
import type { Delivery, LogoutStarter, NewDelivery } from '#libs/single-logout';
import type { Exchange } from '../../../journey/front-door.js';
import type { RelyingParties } from '../../../relying-parties/relying-parties.js';
import type { LeftSession } from '../../../sign-in-session/session-endings.store.js';
import type { LogoutDoor, LogoutOutcome } from '../../../single-logout/logout-door.js';
import { signingAlgorithmOf } from '../clients/client-metadata.js';
import type { SubjectRule } from '../authorization/subject.js';

/** A client that wants the browser back. */
export interface OidcStarter extends LogoutStarter {
  readonly protocol: 'oidc';
  readonly clientId?: string;
  /** Registered address, with the state of the request in it. */
  readonly returnTo?: string;
}

export const SIGNED_OUT_PATH = '/fas/signed-out';

/**
 * Tells clients that a session ended: by a logout token to the address that they registered (Back-Channel Logout 1.0).
 * Without one a client cannot be told. The front-channel variant works in frames, from which browsers keep cookies.
 */
export class OidcLogoutDoor implements LogoutDoor {
  constructor(
    private readonly parties: RelyingParties,
    private readonly subjectOf: SubjectRule,
  ) {}

  async plan({ oidc, fedId }: LeftSession): Promise<NewDelivery[]> {
    if (fedId === undefined) return [];
    return Object.entries(clientsIn(oidc)).flatMap(([clientId, { sid }]) => {
      const application = this.parties.byClient(clientId);
      if (application?.oidc === undefined || sid === undefined) return [];
      const { backchannelLogoutUri: address } = application.oidc;
      return [
        {
          applicationId: application.id,
          protocol: 'oidc' as const,
          channel: address === undefined ? ('none' as const) : ('back' as const),
          messageId: randomToken(16),
          details: {
            audience: clientId,
            index: sid,
            subject: this.subjectOf({ clientId }, fedId),
            algorithm: signingAlgorithmOf(application.oidc),
            ...(address !== undefined && { address }),
          },
        },
      ];
    });
  }

  send({ applicationId }: Delivery): Promise<void> {
    throw new Error(`the client of ${applicationId} is not told by the browser`);
  }

  /** OpenID Connect has no word for a logout that is not whole; the person read it on our page. */
  async answer(starter: LogoutStarter, _outcome: LogoutOutcome, { reply }: Exchange): Promise<void> {
    await reply.redirect((starter as OidcStarter).returnTo ?? SIGNED_OUT_PATH, 303);
  }
}

/** By client id: what the OpenID provider keeps with the session. */
function clientsIn(oidc: LeftSession['oidc']): Readonly<Record<string, { readonly sid?: string }>> {
  const { authorizations } = oidc;
  return typeof authorizations === 'object' && authorizations !== null
    ? (authorizations as Record<string, { readonly sid?: string }>)
    : {};
}

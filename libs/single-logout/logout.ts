/** Why a session ended. */
export type LogoutCause = 'service' | 'person' | 'elsewhere' | 'key' | 'account';

/** `asking`: the person is asked first and nothing has ended. */
export type LogoutState = 'asking' | 'under-way' | 'done';

/** Who wants to be answered when it is over; the front door of the protocol reads the rest of it. */
export interface LogoutStarter {
  readonly protocol: 'saml' | 'oidc' | 'fas';
  readonly applicationId?: string;
  readonly [detail: string]: unknown;
}

export interface Logout {
  /** Random; part of the address of its page. */
  readonly id: string;
  readonly sessionUid: string;
  readonly fedId?: string;
  readonly cause: LogoutCause;
  readonly state: LogoutState;
  readonly starter: LogoutStarter;
  /** The starter proved that it may ask, so that no answer of the person means yes. */
  readonly proven: boolean;
  readonly createdAt: Date;
}

/** `none`: the service offers no way to be told. */
export type LogoutChannel = 'front' | 'back' | 'none';

/** `sent`: under way, in the browser or in the queue; `confirmed` and `failed` are final. */
export type DeliveryState = 'waiting' | 'sent' | 'confirmed' | 'failed';

/** What the worker or the front door needs to write the message; plain data. */
export interface DeliveryDetails {
  /** Client id or entity identifier. */
  readonly audience: string;
  /** `sid` or SessionIndex. */
  readonly index: string;
  /** `sub` or the value of the NameID. */
  readonly subject: string;
  readonly nameIdFormat?: string;
  /** With which the logout token is signed. */
  readonly algorithm?: 'RS256' | 'PS256' | 'ES256';
  /** How the message travels, for SAML. */
  readonly binding?: string;
  /** Where it goes; absent when there is no way. */
  readonly address?: string;
}

export interface NewDelivery {
  readonly applicationId: string;
  readonly protocol: 'oidc' | 'saml';
  readonly channel: LogoutChannel;
  /** ID of the LogoutRequest or `jti` of the logout token; the same at every attempt. */
  readonly messageId: string;
  readonly details: DeliveryDetails;
}

export interface Delivery extends NewDelivery {
  readonly id: string;
  readonly logoutId: string;
  readonly state: DeliveryState;
  /** A word of ours: why it failed last. */
  readonly reason?: string;
  readonly attempts: number;
  readonly createdAt: Date;
}

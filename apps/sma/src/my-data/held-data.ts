/** What is kept about a person beyond keys, contact data and history, as the download tells it. */
export interface HeldData {
  readonly username: readonly { readonly username: string }[];
  /** Names as the person gave them in a profile of their own. */
  readonly declaredNames: readonly { readonly name: string }[];
  /** What tells one key from another of its kind; no secret of any. */
  readonly keyDetails: readonly KeyDetails[];
  readonly pendingContacts: readonly {
    readonly kind: string;
    readonly value: string;
    readonly until: Date;
  }[];
  readonly sessions: readonly HeldSession[];
  /** Browsers in which the person signed in before; each is known by a mark that says nothing else. */
  readonly knownBrowsers: readonly { readonly since: Date }[];
  readonly answers: readonly { readonly application: string; readonly at: Date; readonly until: Date }[];
  readonly messages: readonly HeldMessage[];
  readonly activations: readonly HeldActivation[];
  readonly recoveries: readonly { readonly at: Date; readonly finishedAt: Date | null }[];
  readonly registrations: readonly HeldRegistration[];
  readonly lookUps: readonly { readonly at: Date; readonly reason: string }[];
  readonly notes: readonly { readonly at: Date; readonly text: string }[];
  readonly roles: readonly HeldRole[];
  readonly formerProfiles: readonly { readonly key: string; readonly at: Date }[];
}

export interface KeyDetails {
  readonly keyId: string;
  /** JSON of holder and issuer of a certificate. */
  readonly certificate: string | null;
  /** Number printed on a card with codes. */
  readonly cardNumber: string | null;
  /** Model of the device of a passkey, as far as it tells. */
  readonly device: string | null;
  /** What a recognised service calls the person. */
  readonly serviceName: string | null;
}

export interface HeldSession {
  readonly at: Date;
  readonly lastUsedAt: Date;
  readonly until: Date;
  readonly endedAt: Date | null;
  readonly keys: readonly string[];
}

export interface HeldMessage {
  readonly kind: 'mail' | 'sms';
  readonly template: string;
  readonly at: Date;
  readonly sentAt: Date | null;
}

export interface HeldActivation {
  readonly mail: string;
  readonly at: Date;
  readonly until: Date;
  readonly finishedAt: Date | null;
}

export interface HeldRegistration {
  readonly office: string;
  readonly at: Date;
  readonly documentType: string;
  readonly documentCountry: string;
  readonly documentNumber: string;
  readonly documentUntil: string;
}

export interface HeldRole {
  readonly role: string;
  readonly agency: string | null;
  readonly office: string | null;
  readonly at: Date;
  readonly until: Date | null;
}

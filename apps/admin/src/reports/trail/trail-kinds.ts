/** What an agency looks for among the records of its application, and the names of the records of each kind. */
export const NAMES_OF = {
  'sign-ins': ['SignInStarted', 'SignInCompleted', 'SignInRefused', 'EnterpriseChosen', 'ReleaseConfirmed'],
  failures: [
    'SignInRefused',
    'KeyRefused',
    'OidcRequestRejected',
    'SamlRequestRejected',
    'LogoutRejected',
    'LogoutNotDelivered',
    'AttributeRequestRefused',
    'MetadataRefreshFailed',
    'ServiceFailed',
  ],
  keys: ['KeyProven', 'KeyRefused', 'SecurityCodeAsked'],
  data: ['AttributesConsulted', 'EnterprisesConsulted', 'ReleaseConfirmed', 'AttributeRequestRefused'],
  'sign-outs': [
    'LogoutDelivered',
    'LogoutNotDelivered',
    'LogoutRejected',
    'ServiceLeft',
    'SignInSessionEnded',
  ],
  administration: [
    'ChangeRequested',
    'ChangeApproved',
    'ChangeRefused',
    'ChangeWithdrawn',
    'ChangeMade',
    'MetadataRefreshed',
    'MetadataRefreshFailed',
    'CertificateEndsSoon',
    'NoteWritten',
    'AuditExported',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type TrailKind = keyof typeof NAMES_OF;

export const TRAIL_KINDS = Object.keys(NAMES_OF) as TrailKind[];

export const isTrailKind = (text: string): text is TrailKind => Object.hasOwn(NAMES_OF, text);

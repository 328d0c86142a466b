import type { AuditRecord } from '#libs/audit';

/** Records of what was done in the administration for an agency, by its people, its programs and the service desk. */
export const AGENCY_RECORDS: readonly string[] = [
  'AgreementSigned',
  'AgencyRoleEnded',
  'ApiCallFailed',
  'ApiCallRefused',
  'ApiClientMade',
  'ApiClientWithdrawn',
  'BasisDocumentAdded',
  'BasisDocumentRead',
  'ChangeApproved',
  'ChangeMade',
  'ChangeRefused',
  'ChangeRequested',
  'ChangeWithdrawn',
  'ClientSecretRenewed',
  'ClientSecretWithdrawn',
  'ServiceDrafted',
  'ServiceMoved',
];

/** Their fields that say nothing about a person: who asked, and whom a role is for, are not among them. */
const SHOWN = [
  'service',
  'part',
  'event',
  'from',
  'to',
  'environment',
  'request',
  'kind',
  'aspects',
  'role',
  'client',
  'rights',
  'document',
  'version',
  'route',
  'error',
  'wrongFields',
  'reason',
] as const;

export const agencyRecordFields = ({ data }: Pick<AuditRecord, 'data'>): Record<string, string> =>
  Object.fromEntries(
    SHOWN.flatMap((name) => {
      const value = data[name];
      if (value === undefined || value === null) return [];
      return [[name, Array.isArray(value) ? value.join(' ') : String(value)]];
    }),
  );

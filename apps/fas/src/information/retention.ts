/** What the privacy page promises besides the times of a sign-in. Ten years: the audit trail of agencies (DOMAIN 6.3). */
export const RETENTION = { recordYears: 10, messageDays: 90 } as const;

/** What the privacy page promises besides the times of a sign-in; agencies must be able to look back ten years. */
export const RETENTION = { recordYears: 10, messageDays: 90 } as const;

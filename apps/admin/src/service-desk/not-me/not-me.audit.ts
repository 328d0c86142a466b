import { defineAuditEvent } from '#libs/audit';

export const NotMeReportsSeen = defineAuditEvent({
  name: 'NotMeReportsSeen',
  retention: 'administration',
  meaning: 'The service desk went through reports "this was not me", on a page or in a file, without names.',
  fields: { reports: 'number', asFile: 'boolean' },
});

export const NotMeReportHandled = defineAuditEvent({
  name: 'NotMeReportHandled',
  retention: 'administration',
  meaning: 'The service desk took care of a report "this was not me".',
  fields: { record: 'string' },
});

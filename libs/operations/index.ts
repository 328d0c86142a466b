export { Announcer, type Announcement, type Contact, type ContactBook } from './announcements/announcer.js';
export {
  ReturnedContacts,
  returnedByAgency,
  type ReturnedContact,
} from './announcements/returned-contacts.js';
export { AnnouncementStore, type Delivery } from './announcements/announcement.store.js';
export {
  COMPONENT_NAMES,
  componentOf,
  COMPONENTS,
  componentsInUse,
  IMPACTS,
  isComponent,
  isRecognisedOn,
  SOURCE_NAMES,
  type ComponentName,
  type Impact,
} from './components.js';
export { componentTexts, impactTexts } from './components.texts.js';
export { maintenanceMail, type MaintenanceNews } from './mail/maintenance.mail.js';
export { operationsMailTemplates } from './mail/mails.js';
export { componentNames, windowCalendar } from './maintenance/calendar.js';
export {
  Maintenance,
  type Act,
  type ChangeOutcome,
  type MaintenanceOptions,
  type PlanningOutcome,
} from './maintenance/maintenance.js';
export {
  checkPlan,
  phaseOf,
  type MaintenanceRules,
  type PlannedWindow,
  type PlanProblem,
  type WindowPlan,
} from './maintenance/window.js';
export { WindowStore, type ToldWindow } from './maintenance/window.store.js';
export { operationsMigrations } from './operations.migrations.js';
export {
  ContactStore,
  contactBook,
  type ContactSecrets,
  type OutageContact,
} from './announcements/contact.store.js';
export { Incidents, type IncidentOptions, type IncidentOutcome } from './incidents/incidents.js';
export { PROBES, type Incident, type IncidentUpdate } from './incidents/incident.js';
export { IncidentStore, type NewIncident } from './incidents/incident.store.js';
export {
  judgeProbes,
  type ProbeRules,
  type ProbeVerdict,
  type VantageView,
} from './incidents/probe-rules.js';
export { ProbeStore, type ProbeResult, type ProbeTrouble } from './incidents/probe.store.js';
export { releaseProblems, type Release, type ReleasePlan, type ReleaseProblem } from './releases/release.js';
export { QueueNames } from './queues/queue-names.js';
export { ReleaseStore } from './releases/release.store.js';
export { Releases, type ReleaseOptions, type ReleaseOutcome } from './releases/releases.js';
export {
  availabilityOf,
  ceilingOf,
  shareOf,
  type Availability,
  type AvailabilityInput,
  type Interval,
  type ProbedHour,
} from './service-level/availability.js';
export { intervalOf, monthOf, monthsOf, type Period } from './service-level/periods.js';
export { ServiceLevelStore, type Measured } from './service-level/service-level.store.js';
export {
  DAYS_SHOWN,
  StatusBoard,
  stateOf,
  type ComponentState,
  type ComponentStatus,
  type DayOfComponent,
  type StatusReport,
} from './status/status-board.js';
export {
  recordResponseTimes,
  ResponseTimes,
  type ResponseTimeOptions,
} from './service-level/response-times.js';
export {
  isMonth,
  priceIn,
  statementCsv,
  statementOf,
  type SmsPrice,
  type SmsStatement,
  type SmsUse,
} from './sms-cost/sms-cost.js';
export { closeMonth, SmsCostStore } from './sms-cost/sms-cost.store.js';
export { SmsCapAlarm } from './sms-cost/sms-cap-alarm.js';
export { expectMessages, SmsCapStore } from './sms-cost/sms-cap.store.js';
export { mayBeginIn, readCents, readMessages, type SmsCap, type UsedCap } from './sms-cost/sms-cap.js';
export {
  OBJECTIVE,
  reportCsv,
  reportRow,
  withinNorm,
  type ReportRow,
  type ResponseTotals,
} from './service-level/report.js';
export { WhatsNewController } from './whats-new/whats-new.controller.js';
export { exampleReleases, whatsNewExamples } from './whats-new/whats-new.examples.js';
export { yearReport } from './service-level/service-level.js';
export { countUsage } from './usage/usage-counter.js';
export { UsageStore } from './usage/usage.store.js';
export {
  daysOf,
  failureName,
  HOURS_OF_DAY,
  isFailure,
  isSignIn,
  largest,
  seriesBy,
  TOOK_WITHIN,
  totalOf,
  USAGE_KINDS,
  type ResponsesOfDay,
  type UsageCount,
  type UsageKind,
  type UsageSeries,
} from './usage/usage.js';

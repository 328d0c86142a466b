import type { Incident, PlannedWindow, StatusReport } from '#libs/operations';

const incidentOf = ({ id, component, impact, startedAt, endedAt, updates }: Incident) => ({
  id,
  component,
  impact,
  startedAt,
  endedAt,
  updates,
});

const windowOf = ({ id, components, startsAt, endsAt, impact, reason }: PlannedWindow) => ({
  id,
  components,
  startsAt,
  endsAt,
  impact,
  reason,
});

/** What programs of others may know: nothing of who did what. */
export const publicView = ({ at, stale, components, incidents, planned }: StatusReport) => ({
  at,
  stale,
  components,
  incidents: incidents.map(incidentOf),
  planned: planned.map(windowOf),
});

export type PublicView = ReturnType<typeof publicView>;

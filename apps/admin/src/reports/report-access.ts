import type { Application } from '#libs/agencies';
import { reaches } from '#libs/staff';
import type { StaffMember } from '../staff/staff-member.js';

/** What a route about the reports of an application demands, for the agency whose application it is. */
export const REPORT_RIGHT = 'report.read';

/**
 * The one rule of who reads the reports of which applications: who holds the right for the application's agency, or for
 * all of them.
 */
export function readableBy(member: StaffMember, applications: readonly Application[]): Application[] {
  const reach = member.reach(REPORT_RIGHT);
  return applications.filter(({ agency }) => reaches(reach, { kind: 'agency', agency: agency.number }));
}

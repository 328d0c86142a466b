import type { FastifyRequest } from 'fastify';
import { RIGHTS, type Right } from '#libs/staff';
import { staffOf, type StaffMember } from '../staff/staff-member.js';

/** What a page needs to know of who looks at it. */
export interface StaffView {
  readonly name: string | undefined;
  readonly rights: ReadonlySet<Right>;
}

export const viewOf = (member: StaffMember): StaffView => ({
  name: member.givenName,
  rights: new Set(RIGHTS.filter((right) => member.may(right))),
});

/** The view of who came through the guard of this request. */
export const staffView = (request: FastifyRequest): StaffView => viewOf(staffOf(request));

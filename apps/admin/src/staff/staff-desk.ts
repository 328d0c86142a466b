import type { FastifyRequest } from 'fastify';
import type { AuditWriter } from '#libs/audit';
import { AppError, type GuardOutcome } from '#libs/http';
import type { Level } from '#libs/loa';
import type { SignedInPerson, SignInDesk } from '#libs/service-provider';
import { isRight, reaches, type Right, type StaffScope, type StaffStore } from '#libs/staff';
import { NO_ROLE } from './declarations.js';
import { StaffRefused } from './staff.audit.js';
import { STAFF_NO_RIGHT } from './staff.errors.js';
import { StaffMember, staffOf } from './staff-member.js';

/** Staff prove themselves with itsme or their eID. */
export const STAFF_LEVEL: Level = 450;

export interface StaffDeskOptions {
  readonly desk: SignInDesk;
  readonly staff: StaffStore;
  readonly audit: AuditWriter;
}

/** The agency or office that a page or action is about. */
export type Place = Exclude<StaffScope, { kind: 'all' }>;

/** The guard of the administration: level, role, and the agency or office that the role is for. */
export class StaffDesk {
  constructor(private readonly the: StaffDeskOptions) {}

  /** Guard of routes that declare `@Staff(right)`; a right that nobody defined is nobody's. */
  async admit(request: FastifyRequest, right: string): Promise<GuardOutcome> {
    const signedIn = await this.the.desk.admit(request, STAFF_LEVEL);
    if (signedIn.kind !== 'allowed') return signedIn;
    const member = await this.memberOf(signedIn.principal as SignedInPerson);
    if (right === NO_ROLE || (isRight(right) && member.may(right))) {
      return { kind: 'allowed', principal: member };
    }
    await this.recordRefusal(request, member, right);
    return { kind: 'refused', error: STAFF_NO_RIGHT };
  }

  /** Refuses, with a record, when the roles give the right but not for this agency or office. */
  async demand(request: FastifyRequest, right: Right, place: Place): Promise<StaffMember> {
    const member = staffOf(request);
    if (reaches(member.reach(right), place)) return member;
    await this.recordRefusal(request, member, right, place);
    throw new AppError(STAFF_NO_RIGHT);
  }

  /** Refuses, with a record, what a route that several may use leaves to fewer. */
  async demandRight(request: FastifyRequest, right: Right): Promise<void> {
    const member = staffOf(request);
    if (member.may(right)) return;
    await this.recordRefusal(request, member, right);
    throw new AppError(STAFF_NO_RIGHT);
  }

  private async memberOf(person: SignedInPerson): Promise<StaffMember> {
    return new StaffMember(person, await this.the.staff.heldBy(person.fedId));
  }

  private async recordRefusal(
    { context, routeOptions }: FastifyRequest,
    { fedId }: StaffMember,
    right: string,
    place?: Place,
  ): Promise<void> {
    const { reference, address } = context;
    await this.the.audit.record(StaffRefused, {
      reference,
      address,
      actor: fedId,
      ...(place?.kind === 'agency' && { agency: place.agency }),
      data: {
        right,
        route: routeOptions.url ?? 'unknown',
        ...(place?.kind === 'office' && { office: place.office }),
      },
    });
  }
}

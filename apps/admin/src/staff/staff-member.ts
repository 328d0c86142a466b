import type { FastifyRequest } from 'fastify';
import { principalOf } from '#libs/http';
import type { FedId } from '#libs/kernel';
import type { SignedInPerson } from '#libs/service-provider';
import { holdsRight, reachOf, type HeldRole, type Reach, type Right } from '#libs/staff';

/** Who works here, with the roles of this moment. */
export class StaffMember {
  constructor(
    readonly person: SignedInPerson,
    readonly held: readonly HeldRole[],
  ) {}

  get fedId(): FedId {
    return this.person.fedId;
  }

  get givenName(): string | undefined {
    return this.person.attributes.get('givenName');
  }

  /** Whether some role gives the right, for whatever agency or office. */
  may(right: Right): boolean {
    return holdsRight(this.held, right);
  }

  /** For which agencies and offices. */
  reach(right: Right): Reach {
    return reachOf(this.held, right);
  }
}

/** Who came through the guard of a route that declares `@Staff(right)`. */
export const staffOf = (request: FastifyRequest): StaffMember => principalOf<StaffMember>(request);

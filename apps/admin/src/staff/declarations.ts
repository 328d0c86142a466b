import * as http from '#libs/http';
import type { Right } from '#libs/staff';

/** What a route demands of somebody who needs no role, only the level of staff: to register an agency, for example. */
export const NO_ROLE = 'signed-in';

/**
 * A member of staff with this right, for whichever agency or office: what the page is about is checked by
 * `StaffDesk.demand`.
 */
export const Staff = (right: Right | typeof NO_ROLE) => http.Staff(right);

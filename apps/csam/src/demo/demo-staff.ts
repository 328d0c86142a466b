import type { Queryable } from '#libs/database';
import type { EnterpriseNumber } from '#libs/kernel';
import {
  isStaffRole,
  OfficesStore,
  scopeKindOf,
  StaffStore,
  type StaffRole,
  type StaffScope,
} from '#libs/staff';
import { DEMO_AGENCY, DEMO_OFFICE, type DemoWorld } from '#libs/testing';

/** Gives the people of the demo their roles in the administration; those that they hold stay as they are. */
export async function addDemoStaff(tx: Queryable, world: DemoWorld): Promise<void> {
  await new OfficesStore(tx).add({
    code: DEMO_OFFICE,
    agency: DEMO_AGENCY as EnterpriseNumber,
    name: { nl: 'Voorbeeldegem', fr: 'Exempleville', de: 'Beispielstadt', en: 'Exampleton' },
  });
  const staff = new StaffStore(tx);
  for (const { fedId, roles } of world.people) {
    for (const role of roles) {
      if (!isStaffRole(role)) continue;
      await staff.grant({ fedId, role, scope: scopeOf(role), reason: 'Demo' });
      // In a small municipality somebody has to.
      if (role === 'operations') {
        await staff.grant({ fedId, role: 'lra-manager', scope: scopeOf('lra-manager'), reason: 'Demo' });
      }
    }
  }
}

function scopeOf(role: StaffRole): StaffScope {
  const kind = scopeKindOf(role);
  if (kind === 'agency') return { kind, agency: DEMO_AGENCY as EnterpriseNumber };
  return kind === 'office' ? { kind, office: DEMO_OFFICE } : { kind };
}

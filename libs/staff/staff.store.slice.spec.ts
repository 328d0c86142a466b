import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EnterpriseNumber, FedId } from '#libs/kernel';
import { testDatabase, type TestDatabase } from '#libs/testing';
import { StaffStore } from './index.js';

const astrid = '1'.repeat(40) as FedId;
const otto = '2'.repeat(40) as FedId;
const agency = '0671516647' as EnterpriseNumber;
const manager = {
  fedId: astrid,
  role: 'agency-manager',
  scope: { kind: 'agency', agency },
  reason: 'Manages the permits',
  grantedBy: otto,
} as const;

let db: TestDatabase;
let staff: StaffStore;

beforeAll(async () => {
  db = await testDatabase();
  staff = new StaffStore(db.database);
});
afterAll(() => db.drop());

describe('roles of staff', () => {
  it('are held once, found by person and by agency, and gone as soon as they are taken back', async () => {
    expect(await staff.grant(manager)).toBe(true);
    expect(await staff.grant(manager)).toBe(false);
    const [held] = await staff.heldBy(astrid);
    expect(held).toMatchObject({
      role: 'agency-manager',
      scope: { kind: 'agency', agency },
      grantedBy: otto,
    });
    expect(await staff.ofAgency(agency)).toEqual([held]);
    expect(await staff.end(held?.id ?? '', otto)).toBe(true);
    expect(await staff.end(held?.id ?? '', otto)).toBe(false);
    expect(await staff.heldBy(astrid)).toEqual([]);
    expect(await staff.grant(manager)).toBe(true);
  });

  it('are not held for more than the role is made for', async () => {
    await expect(staff.grant({ ...manager, scope: { kind: 'all' } })).rejects.toThrow('not held for all');
  });
});

import { describe, expect, it } from 'vitest';
import type { EnterpriseNumber } from '#libs/kernel';
import { holdsRight, reaches, reachOf, RIGHTS, RIGHTS_OF, type HeldRole } from './rights.js';
import { STAFF_ROLES } from './roles.js';

const OWN = '0671516647' as EnterpriseNumber;
const OTHER = '0999900150' as EnterpriseNumber;
const manager: HeldRole = { role: 'agency-manager', scope: { kind: 'agency', agency: OWN } };
const auditor: HeldRole = { role: 'auditor', scope: { kind: 'all' } };

describe('rights of staff', () => {
  it('nobody holds a right without a role', () => {
    expect(RIGHTS.filter((right) => holdsRight([], right))).toEqual([]);
  });

  it('a manager of one agency reaches that agency and no other', () => {
    const reach = reachOf([manager], 'application.manage');
    expect(reaches(reach, { kind: 'agency', agency: OWN })).toBe(true);
    expect(reaches(reach, { kind: 'agency', agency: OTHER })).toBe(false);
  });

  it('a right of one role does not widen that of another', () => {
    const held = [manager, auditor];
    expect(reachOf(held, 'agency.read').everything).toBe(true);
    expect(reachOf(held, 'agency.manage').everything).toBe(false);
  });

  it('an officer reaches the own office only', () => {
    const reach = reachOf(
      [{ role: 'lra-officer', scope: { kind: 'office', office: '99901' } }],
      'registration.enrol',
    );
    expect(reaches(reach, { kind: 'office', office: '99901' })).toBe(true);
    expect(reaches(reach, { kind: 'office', office: '99902' })).toBe(false);
  });

  it('an auditor changes nothing', () => {
    expect(RIGHTS_OF.auditor.filter((right) => !/\.(read|audit)$/.test(right))).toEqual([]);
  });

  it('who asks for a change at the service desk cannot decide on it by that role', () => {
    expect(RIGHTS_OF['service-desk']).not.toContain('request.decide');
    expect(STAFF_ROLES.filter((role) => RIGHTS_OF[role].includes('request.decide'))).toEqual([
      'service-desk-approver',
    ]);
  });

  it('every right is held by some role', () => {
    expect(RIGHTS.filter((right) => !STAFF_ROLES.some((role) => RIGHTS_OF[role].includes(right)))).toEqual(
      [],
    );
  });
});

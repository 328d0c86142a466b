import type { Queryable } from '#libs/database';
import type { FedId, Language } from '#libs/kernel';
import { StaffStore } from '#libs/staff';
import type { ChangeKind, ChangedLine } from '../../approvals/change-kind.js';
import { officersTexts } from './officers.texts.js';

/** Somebody who registers people at an office. */
export interface Officer {
  readonly fedId: FedId;
  readonly office: string;
  /** As the head of the office calls them. */
  readonly name: string;
}

export const officerSubject = ({ office, fedId }: Pick<Officer, 'office' | 'fedId'>): string =>
  `${office}:${fedId}`;

function parts(subject: string): { office: string; fedId: FedId } {
  const [office = '', fedId = ''] = subject.split(':');
  return { office, fedId: fedId as FedId };
}

const ROLE = 'lra-officer';

/** Appointing an officer, or ending it: the head of an office asks, the service desk decides. */
export const officerChange: ChangeKind<Officer> = {
  name: 'registration-officer',

  async current(tx: Queryable, subject: string): Promise<Officer | undefined> {
    const { office, fedId } = parts(subject);
    const held = (await new StaffStore(tx).heldBy(fedId)).find((one) => isOfficerAt(one, office));
    return held && { fedId, office, name: held.reason };
  },

  sensitive: ({ fedId, office }) => ({ roles: [`${ROLE}:${office}:${fedId}`] }),

  async apply(tx, { subject, after, requestedBy, approvedBy }) {
    const { office, fedId } = parts(subject);
    const staff = new StaffStore(tx);
    const held = (await staff.heldBy(fedId)).find((one) => isOfficerAt(one, office));
    if (after === undefined) {
      if (held !== undefined) await staff.end(held.id, approvedBy ?? requestedBy);
      return;
    }
    const scope = { kind: 'office', office } as const;
    await staff.grant({ fedId, role: ROLE, scope, reason: after.name, grantedBy: approvedBy ?? requestedBy });
  },

  title: (_subject, { name, office }, language: Language) =>
    officersTexts.in(language)('requestTitle', { name, office }),

  lines(before, after, language): readonly ChangedLine[] {
    const label = officersTexts.in(language)('officer');
    return [{ label, ...(before && { before: before.name }), ...(after && { after: after.name }) }];
  },
};

type Held = Awaited<ReturnType<StaffStore['heldBy']>>[number];

const isOfficerAt = ({ role, scope }: Held, office: string): boolean =>
  role === ROLE && scope.kind === 'office' && scope.office === office;

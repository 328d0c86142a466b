import type { FedId, Language } from '#libs/kernel';
import type { Approvals } from '../../approvals/approvals.service.js';
import type { ChangedLine } from '../../approvals/change-kind.js';
import { acceptanceKind } from '../dossier/dossier-kinds.js';
import type { Dossier } from '../dossier/dossier.js';
import { serviceChangeKind } from '../dossier/service-change.js';
import { serviceRestoreKind, serviceResumeKind } from '../dossier/service-use.js';

/** Something about a service that waits for a second person. */
export interface WaitingChange {
  readonly id: string;
  readonly title: string;
  readonly reason: string;
  readonly requestedAt: Date;
  readonly expiresAt: Date;
  /** Whoever looks asked it. */
  readonly own: boolean;
  readonly lines: readonly ChangedLine[];
  /** It is taken back by itself; what was sent in is taken back with the step. */
  readonly withdrawable: boolean;
}

const BY_THEMSELVES: readonly string[] = [
  serviceChangeKind.name,
  acceptanceKind.name,
  serviceResumeKind.name,
  serviceRestoreKind.name,
];

export const isWithdrawable = ({ kind }: { readonly kind: string }): boolean => BY_THEMSELVES.includes(kind);

/** What waits about a service, newest first, as it is shown to somebody. */
export async function waitingChanges(
  approvals: Approvals,
  { id: subject }: Pick<Dossier, 'id'>,
  { language, by }: { readonly language: Language; readonly by: FedId },
): Promise<WaitingChange[]> {
  const open = await approvals.list({ states: ['open'], subject });
  const described = open.map(async (request) => {
    const kind = approvals.kindOf(request);
    const { id, reason, requestedAt, expiresAt, before, after } = request;
    return {
      id,
      reason,
      requestedAt,
      expiresAt,
      title: kind.title(subject, after ?? before, language),
      own: request.requestedBy === by,
      lines: await approvals.linesOf(request, language),
      withdrawable: isWithdrawable(request),
    };
  });
  return Promise.all(described);
}

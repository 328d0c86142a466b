import type { AuditWriter } from '#libs/audit';
import type { Database, Queryable } from '#libs/database';
import type { Clock } from '#libs/kernel';
import type { Announcer } from '../announcements/announcer.js';
import { releaseMail, type ReleaseNews } from '../mail/release.mail.js';
import type { Act } from '../maintenance/maintenance.js';
import { releaseProblems, type Release, type ReleasePlan, type ReleaseProblem } from './release.js';
import { ReleaseStore } from './release.store.js';
import { ReleaseConcluded, ReleasePlanned } from './releases.audit.js';

export interface ReleaseOptions {
  readonly database: Database;
  readonly announcer: Announcer;
  readonly audit: Pick<AuditWriter, 'record'>;
  readonly clock: Clock;
}

export type ReleaseOutcome =
  | { readonly kind: 'done'; readonly release: Release }
  | { readonly kind: 'refused'; readonly problems: readonly ReleaseProblem[] }
  | { readonly kind: 'known-version' | 'not-planned' };

/** Releases: put on the calendar with their notes, brought out or withdrawn; contacts hear of each step. */
export class Releases {
  constructor(private readonly options: ReleaseOptions) {}

  async plan(plan: ReleasePlan, { by, reference }: Act): Promise<ReleaseOutcome> {
    const problems = releaseProblems(plan);
    if (problems.length > 0) return { kind: 'refused', problems };
    return this.options.database.transaction(async (tx) => {
      const release = await new ReleaseStore(tx).insert(plan);
      if (release === undefined) return { kind: 'known-version' };
      await this.tell(tx, release, 'planned');
      const data = {
        release: release.id,
        version: release.version,
        plannedAt: release.plannedAt.toISOString(),
      };
      await this.options.audit.record(ReleasePlanned, { reference, actor: by, data });
      return { kind: 'done', release };
    });
  }

  async conclude(
    id: string,
    state: 'released' | 'withdrawn',
    { by, reference }: Act,
  ): Promise<ReleaseOutcome> {
    return this.options.database.transaction(async (tx) => {
      const release = await new ReleaseStore(tx).conclude(id, state, this.options.clock.now());
      if (release === undefined) return { kind: 'not-planned' };
      await this.tell(tx, release, state);
      const data = { release: id, version: release.version, state };
      await this.options.audit.record(ReleaseConcluded, { reference, actor: by, data });
      return { kind: 'done', release };
    });
  }

  private async tell(tx: Queryable, release: Release, kind: ReleaseNews['kind']): Promise<void> {
    const { id, version, plannedAt, capacityPercent, notes } = release;
    const data: ReleaseNews = {
      kind,
      version,
      major: release.kind === 'major',
      plannedAt: plannedAt.toISOString(),
      ...(capacityPercent !== undefined && { capacityPercent }),
      notes,
    };
    const news = { subject: `release:${id}`, kind, version: 0, template: releaseMail, data };
    await this.options.announcer.tell(tx, news);
  }
}

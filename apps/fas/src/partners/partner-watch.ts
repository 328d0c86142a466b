import { seconds, type Clock } from '#libs/kernel';
import type { KeyStatus } from '../status/key-status.js';
import type { HubPartner } from './partner.js';
import type { FollowedServices } from './saml/followed-services.js';
import type { SuspendedServices } from './suspended-services.js';

/** Between two questions whether a service works; with the time for the answer less than five seconds. */
const PAUSE = seconds(2);
const PATIENCE = seconds(2);

/** An outage that nobody could confirm or take back any more ends by itself. */
const LONGEST_REPORT = seconds(20);

/** What changes about services while we run. */
export interface ServiceNews {
  readonly suspended: SuspendedServices;
  readonly followed: FollowedServices;
}

/** Looks every few seconds whether the services work, so that people are not sent where nobody answers. */
export class PartnerWatch {
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly partners: readonly HubPartner[],
    private readonly news: ServiceNews,
    private readonly status: KeyStatus,
    private readonly clock: Clock,
  ) {}

  async start(): Promise<void> {
    if (this.partners.length === 0) return;
    await this.news.followed.start();
    await this.news.suspended.start(() => this.applySuspensions());
    this.next(0);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.news.suspended.stop();
    await this.news.followed.stop();
  }

  private next(pause: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => void this.look(), pause).unref();
  }

  private async look(): Promise<void> {
    await Promise.allSettled(this.partners.map((partner) => this.lookAt(partner)));
    this.next(PAUSE);
  }

  private async lookAt(partner: HubPartner): Promise<void> {
    const works = await partner.works(PATIENCE);
    const now = this.clock.now();
    this.status.suspend(partner.key, !partner.mayProve(now));
    const until = new Date(now.getTime() + LONGEST_REPORT);
    this.status.report(partner.key, works ? { available: true } : { available: false, until });
  }

  private applySuspensions(): void {
    for (const partner of this.partners) {
      partner.suspend(this.news.suspended.has(partner.key));
      this.status.suspend(partner.key, !partner.mayProve(this.clock.now()));
    }
  }
}

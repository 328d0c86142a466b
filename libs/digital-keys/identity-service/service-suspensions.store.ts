import type { Queryable } from '#libs/database';

/** Announced when a service is suspended or taken back; FAS follows at once. */
export const SUSPENSION_CHANNEL = 'service_suspension';

export interface ServiceSuspension {
  readonly service: string;
  readonly reason: string;
  readonly at: Date;
}

/** Recognised services that an operator stopped, whatever the configuration says. */
export class ServiceSuspensionsStore {
  constructor(private readonly database: Queryable) {}

  async list(): Promise<ServiceSuspension[]> {
    return this.database.query<ServiceSuspension>(
      'select service, reason, suspended_at as at from digital_keys.service_suspension order by service',
    );
  }

  /** False when it was suspended already. */
  async suspend(service: string, reason: string): Promise<boolean> {
    const added = await this.database.query(
      `insert into digital_keys.service_suspension (service, reason) values ($1, $2)
       on conflict (service) do nothing returning service`,
      [service, reason],
    );
    await this.announce(service);
    return added.length === 1;
  }

  /** False when it was not suspended. */
  async resume(service: string): Promise<boolean> {
    const removed = await this.database.query(
      'delete from digital_keys.service_suspension where service = $1 returning service',
      [service],
    );
    await this.announce(service);
    return removed.length === 1;
  }

  private async announce(service: string): Promise<void> {
    await this.database.query('select pg_notify($1, $2)', [SUSPENSION_CHANNEL, service]);
  }
}

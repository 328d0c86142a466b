import { ApplicationsStore, type Application } from '#libs/agencies';
import type { Database } from '#libs/database';
import type { Clock, EnterpriseNumber } from '#libs/kernel';
import { SmsUsage } from '#libs/messaging';
import { priceIn, SmsCostStore, statementOf, UsageStore } from '#libs/operations';
import type { StaffMember } from '../staff/staff-member.js';
import type { ApplicationReport, SmsOfMonth } from './application-report.js';
import { thisMonth, type ReportPeriod } from './period.js';
import { readableBy } from './report-access.js';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** An application in the list of reports, with its sign-ins of this month. */
export interface ReportedApplication extends Pick<
  Application,
  'id' | 'name' | 'agency' | 'environment' | 'state'
> {
  readonly signIns: number;
}

/** What agencies see of what their applications did. */
export class ReportDesk {
  private readonly applications: ApplicationsStore;
  private readonly usage: UsageStore;

  constructor(
    private readonly database: Database,
    readonly clock: Clock,
  ) {
    this.applications = new ApplicationsStore(database);
    this.usage = new UsageStore(database);
  }

  async list(member: StaffMember): Promise<ReportedApplication[]> {
    return this.reported(readableBy(member, await this.applications.all()));
  }

  async listOf(agency: EnterpriseNumber): Promise<ReportedApplication[]> {
    const all = await this.applications.all();
    return this.reported(all.filter((application) => application.agency.number === agency));
  }

  /** Undefined when there is no such application; who may read of it is not asked here. */
  async find(id: string): Promise<Application | undefined> {
    return UUID.test(id) ? this.applications.find(id) : undefined;
  }

  async report(application: Application, period: ReportPeriod): Promise<ApplicationReport> {
    const { month, day } = period;
    const [counts, sms, responses, countedUntil] = await Promise.all([
      day === undefined ? this.usage.ofMonth(application.id, month) : this.usage.ofDay(application.id, day),
      day === undefined ? this.smsOf(application, month) : undefined,
      day === undefined ? this.usage.responsesOf(application.id, month) : undefined,
      this.usage.countedUntil(),
    ]);
    return {
      application,
      period,
      counts,
      ...(sms && { sms }),
      ...(responses && { responses }),
      ...(countedUntil && { countedUntil }),
    };
  }

  private async reported(applications: readonly Application[]): Promise<ReportedApplication[]> {
    const signIns = await this.usage.signInsOf(thisMonth(this.clock.now()));
    return applications.map(({ id, name, agency, environment, state }) => ({
      id,
      name,
      agency,
      environment,
      state,
      signIns: signIns.get(id) ?? 0,
    }));
  }

  private async smsOf({ id, agency }: Application, month: string): Promise<SmsOfMonth> {
    const paying = { agency: agency.number, application: id };
    const [days, prices] = await Promise.all([
      new SmsUsage(this.database).ofApplication(month, paying),
      new SmsCostStore(this.database).prices(),
    ]);
    const messages = days.reduce((sum, each) => sum + each.messages, 0);
    const segments = days.reduce((sum, each) => sum + each.segments, 0);
    const price = priceIn(prices, month);
    const use = { agency: agency.number, messages, segments };
    return {
      days,
      messages,
      segments,
      ...(price && { cents: statementOf(use, month, price).amountCents }),
    };
  }
}

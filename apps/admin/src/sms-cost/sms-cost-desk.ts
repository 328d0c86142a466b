import { AgenciesStore, ApplicationsStore, type Application } from '#libs/agencies';
import type { Database } from '#libs/database';
import type { Clock, LocalisedText } from '#libs/kernel';
import {
  mayBeginIn,
  monthOf,
  SmsCapStore,
  SmsCostStore,
  type SmsCap,
  type SmsPrice,
  type SmsStatement,
  type UsedCap,
} from '#libs/operations';
import type { FieldCipher } from '#libs/security';
import { reaches } from '#libs/staff';
import { readableBy, REPORT_RIGHT } from '../reports/report-access.js';
import type { StaffMember } from '../staff/staff-member.js';

/** What an agency owes for a month. */
export interface StatementRow extends SmsStatement {
  readonly name: LocalisedText;
}

export interface Statement {
  readonly month: string;
  /** The month is closed: nothing changes any more. */
  readonly final: boolean;
  /** A price holds in this month. */
  readonly priced: boolean;
  readonly rows: readonly StatementRow[];
}

/** An application that offers text messages, with its cap where there is one. */
export interface CappedApplication extends Pick<Application, 'id' | 'name' | 'agency' | 'environment'> {
  readonly cap?: UsedCap;
}

/** What text messages cost whom. */
export class SmsCostDesk {
  private readonly costs: SmsCostStore;
  private readonly caps: SmsCapStore;
  private readonly applications: ApplicationsStore;

  constructor(
    private readonly database: Database,
    cipher: FieldCipher,
    readonly clock: Clock,
  ) {
    this.costs = new SmsCostStore(database);
    this.caps = new SmsCapStore(database, cipher);
    this.applications = new ApplicationsStore(database);
  }

  get thisMonth(): string {
    return monthOf(this.clock.now());
  }

  /** Of the agencies that somebody may read of. */
  async statement(month: string, member: StaffMember): Promise<Statement> {
    const closed = await this.costs.closed(month);
    const final = closed.length > 0;
    const statements = final ? closed : await this.costs.open(month);
    const [agencies, prices] = await Promise.all([
      new AgenciesStore(this.database).all(),
      this.costs.prices(),
    ]);
    const reach = member.reach(REPORT_RIGHT);
    const readable = agencies.filter(({ number: agency }) => reaches(reach, { kind: 'agency', agency }));
    const names = new Map<string, LocalisedText>(readable.map(({ number, name }) => [number, name]));
    return {
      month,
      final,
      priced: prices.some(({ validFrom }) => validFrom <= month),
      rows: statements.flatMap((statement) => {
        const name = names.get(statement.agency);
        return name === undefined ? [] : [{ ...statement, name }];
      }),
    };
  }

  /** Newest first. */
  async prices(): Promise<readonly SmsPrice[]> {
    return (await this.costs.prices()).toReversed();
  }

  async addPrice(price: SmsPrice, by: string): Promise<'added' | 'monthOver' | 'monthTaken'> {
    if (!mayBeginIn(price.validFrom, this.thisMonth, await this.costs.prices())) return 'monthOver';
    return (await this.costs.addPrice(price, by)) ? 'added' : 'monthTaken';
  }

  async capped(member: StaffMember): Promise<CappedApplication[]> {
    const [all, caps] = await Promise.all([this.applications.all(), this.caps.used(this.thisMonth)]);
    const capOf = new Map(caps.map((cap) => [cap.application, cap]));
    return readableBy(member, all)
      .filter(({ keys, state }) => keys.includes('sms') && state !== 'ended')
      .map(({ id, name, agency, environment }) => {
        const cap = capOf.get(id);
        return { id, name, agency, environment, ...(cap && { cap }) };
      });
  }

  setCap(cap: SmsCap, by: string): Promise<void> {
    return this.caps.set(cap, by);
  }
}

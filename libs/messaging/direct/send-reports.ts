import type { Database, Queryable } from '#libs/database';

const REPORTS = 'messaging_reports';

/**
 * What became of the first attempt at a message. `failed`: the channel does not work, other attempts follow;
 * `refused`: this recipient cannot be reached; `sim-changed`: the SIM card behind the number was changed lately.
 */
export const SEND_REPORTS = ['accepted', 'failed', 'refused', 'sim-changed'] as const;
export type SendReport = (typeof SEND_REPORTS)[number];

const isReport = (text: string | undefined): text is SendReport =>
  SEND_REPORTS.some((report) => report === text);

/** The worker tells whoever waits; nobody may. It holds the identifier of the message and nothing else. */
export async function tellReport(database: Queryable, id: string, report: SendReport): Promise<void> {
  await database.prepared('messaging.report', 'select pg_notify($1, $2)', [REPORTS, `${report} ${id}`]);
}

/** Hears, in the process that asked for a message, what became of it. A report that is lost is no harm: see `expect`. */
export class SendReports {
  private readonly waiting = new Map<string, (report: SendReport) => void>();
  private stopListening: (() => Promise<void>) | undefined;

  constructor(private readonly database: Pick<Database, 'listen'>) {}

  async start(): Promise<void> {
    this.stopListening = await this.database.listen(REPORTS, (payload) => this.hear(payload));
  }

  async stop(): Promise<void> {
    await this.stopListening?.();
    this.stopListening = undefined;
  }

  /** Ask before the message is handed over. Undefined when nothing was heard within the patience (milliseconds). */
  expect(id: string, patience: number): Promise<SendReport | undefined> {
    return new Promise((resolve) => {
      const end = (report: SendReport | undefined) => {
        clearTimeout(timer);
        this.waiting.delete(id);
        resolve(report);
      };
      const timer = setTimeout(() => end(undefined), patience);
      this.waiting.set(id, end);
    });
  }

  private hear(payload: string): void {
    const [report, id] = payload.split(' ');
    if (id !== undefined && isReport(report)) this.waiting.get(id)?.(report);
  }
}

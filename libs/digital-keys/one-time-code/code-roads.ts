import type { Database } from '#libs/database';
import { ChannelStates, DirectPost, sendCodeMailJob, SendReports, sendSmsJob } from '#libs/messaging';
import { QueueClient } from '#libs/queue';
import type { FieldCipher } from '#libs/security';
import type { CodeChannels } from '../register.js';

export interface CodeRoadOptions {
  readonly queueUrl: string;
  readonly database: Database;
  readonly cipher: FieldCipher;
  /** Host name of the pages on which codes are typed. */
  readonly host: string;
  readonly sms: {
    readonly otherPrefixes: readonly string[];
    readonly hourlyPerPrefix: number;
    readonly longestQueue: number;
  };
  readonly longestMailQueue: number;
}

/** The roads of security codes to the worker, while they are open. */
export interface OpenCodeRoads {
  readonly channels: CodeChannels;
  stop(): Promise<void>;
}

export async function openCodeRoads(options: CodeRoadOptions): Promise<OpenCodeRoads> {
  const { database, cipher, host, sms } = options;
  const queue = new QueueClient({ url: options.queueUrl });
  const reports = new SendReports(database);
  await reports.start();
  const road = { queue, reports, cipher, channels: new ChannelStates(database) };
  const smsRoad = { channel: 'sms', job: sendSmsJob, longestQueue: sms.longestQueue } as const;
  const mailRoad = {
    channel: 'code-mail',
    job: sendCodeMailJob,
    longestQueue: options.longestMailQueue,
  } as const;
  return {
    channels: {
      sms: {
        host,
        otherPrefixes: sms.otherPrefixes,
        hourlyPerPrefix: sms.hourlyPerPrefix,
        post: new DirectPost({ ...road, ...smsRoad }),
      },
      email: { host, post: new DirectPost({ ...road, ...mailRoad }) },
    },
    async stop() {
      await reports.stop();
      await queue.close();
    },
  };
}

import type { Config } from '#libs/config';
import type { Database } from '#libs/database';
import type { CodeChannels } from '#libs/digital-keys';
import { ChannelStates, DirectPost, sendCodeMailJob, SendReports, sendSmsJob } from '#libs/messaging';
import { QueueClient } from '#libs/queue';
import type { FieldCipher } from '#libs/security';

/** The roads of security codes to the worker, while they are open. */
export interface OpenCodeChannels {
  readonly channels: CodeChannels;
  stop(): Promise<void>;
}

export async function openCodeChannels(
  config: Config,
  database: Database,
  cipher: FieldCipher,
): Promise<OpenCodeChannels> {
  const { sms, mail, baseUrl } = config;
  const queue = new QueueClient({ url: config.queue.url });
  const reports = new SendReports(database);
  await reports.start();
  const road = { queue, reports, cipher, channels: new ChannelStates(database) };
  const host = new URL(baseUrl.fas).hostname;
  return {
    channels: {
      sms: {
        host,
        otherPrefixes: sms.otherPrefixes,
        hourlyPerPrefix: sms.hourlyPerPrefix,
        post: new DirectPost({ ...road, channel: 'sms', job: sendSmsJob, longestQueue: sms.longestQueue }),
      },
      email: {
        host,
        post: new DirectPost({
          ...road,
          channel: 'code-mail',
          job: sendCodeMailJob,
          longestQueue: mail.longestCodeQueue,
        }),
      },
    },
    async stop() {
      await reports.stop();
      await queue.close();
    },
  };
}

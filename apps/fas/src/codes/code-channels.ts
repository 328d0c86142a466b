import type { Config } from '#libs/config';
import type { Database } from '#libs/database';
import { openCodeRoads, type OpenCodeRoads } from '#libs/digital-keys';
import type { FieldCipher } from '#libs/security';

export type OpenCodeChannels = OpenCodeRoads;

/** The roads of the codes with which people sign in. */
export function openCodeChannels(
  config: Config,
  database: Database,
  cipher: FieldCipher,
): Promise<OpenCodeRoads> {
  const { sms, mail, baseUrl, queue } = config;
  return openCodeRoads({
    queueUrl: queue.url,
    database,
    cipher,
    host: new URL(baseUrl.fas).hostname,
    sms,
    longestMailQueue: mail.longestCodeQueue,
  });
}

import type { FedId } from '#libs/kernel';
import type { SentCode } from './one-time-code.js';

export type CodeChannelName = 'sms' | 'email';

/** For whom, in which login and by which way a code is sent; no other opens with it. */
export interface CodeBinding {
  readonly journey: string;
  readonly fedId: FedId;
  readonly channel: CodeChannelName;
}

export interface KeptCode extends SentCode {
  readonly id: string;
  readonly slow: boolean;
}

export interface CodeRow {
  id: string;
  sends: number;
  failures: number;
  sent_at: Date;
  expires_at: Date;
  used_at: Date | null;
  slow: boolean;
}

export const toCode = (row: CodeRow): KeptCode => ({
  id: row.id,
  sends: row.sends,
  failures: row.failures,
  sentAt: row.sent_at,
  expiresAt: row.expires_at,
  usedAt: row.used_at ?? undefined,
  slow: row.slow,
});

import { stack } from './stack.js';

export interface ReceivedMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly at: string;
  readonly messageId?: string;
  readonly attachments: readonly {
    readonly filename: string;
    readonly contentType: string;
    /** Base64. */
    readonly content: string;
  }[];
}

/** What a mailbox of the sandbox got so far, newest first. */
export async function mailTo(to: string): Promise<readonly ReceivedMail[]> {
  const response = await fetch(`${stack().addresses.sandbox}/mail.json?to=${encodeURIComponent(to)}`);
  if (!response.ok) throw new Error(`mail.json answered ${response.status}`);
  return (await response.json()) as readonly ReceivedMail[];
}

/** The newest mail that proves or tells about an address at a registration, once there are so many; waits for it. */
export async function registrationMail(to: string, count: number): Promise<ReceivedMail> {
  const until = Date.now() + 10_000;
  for (;;) {
    const received = (await mailTo(to)).filter(({ text }) => text.includes('make or change a profile'));
    const [newest] = received;
    if (newest !== undefined && received.length >= count) return newest;
    if (Date.now() > until) throw new Error(`${to} got ${received.length} mails, not ${count}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** What a mailbox got, newest first, once there are so many; waits for them. */
export async function mailsTo(to: string, count: number): Promise<readonly ReceivedMail[]> {
  const until = Date.now() + 30_000;
  for (;;) {
    const received = await mailTo(to);
    if (received.length >= count) return received;
    if (Date.now() > until) throw new Error(`${to} got ${received.length} mails, not ${count}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

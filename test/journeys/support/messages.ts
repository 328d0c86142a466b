import { stack } from '../../support/stack.js';

interface Received {
  readonly to: string;
  readonly text: string;
  readonly at: string;
}

async function received(kind: 'sms' | 'mail', to: string): Promise<readonly Received[]> {
  const response = await fetch(`${stack().addresses.sandbox}/${kind}.json?to=${encodeURIComponent(to)}`);
  if (!response.ok) throw new Error(`${kind}.json answered ${response.status}`);
  return (await response.json()) as readonly Received[];
}

const codeIn = ({ text }: Received): string | undefined => /@\S+ #(\d{6})\s*$/m.exec(text)?.[1];

/** What a telephone or mailbox got so far, newest first. */
export const messagesTo = received;

/** The code in the newest message after this moment; waits for it. */
export async function newestCode(
  kind: 'sms' | 'mail',
  to: string,
  since: Date,
  patience = 10_000,
): Promise<string> {
  const until = Date.now() + patience;
  for (;;) {
    const fresh = (await received(kind, to)).filter(({ at }) => new Date(at) >= since);
    const code = fresh.map(codeIn).find((found) => found !== undefined);
    if (code !== undefined) return code;
    if (Date.now() > until) throw new Error(`no code came to ${to}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Sets a fault of the SMS centre or the mail relay of the sandbox. */
export async function setFault(
  target: 'smsc' | 'smtp',
  mode: 'ok' | 'error' | 'hang' | 'reset',
): Promise<void> {
  const response = await fetch(`${stack().addresses.sandbox}/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ target, mode }),
  });
  if (!response.ok) throw new Error(`the fault switch answered ${response.status}`);
}

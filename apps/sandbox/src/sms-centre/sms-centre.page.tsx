import { DataTable } from '#libs/ui';
import { SandboxPage } from '../shell/sandbox-page.js';
import type { Sms } from './sms-inbox.js';

export function SmsPage({ messages, to }: { messages: readonly Sms[]; to?: string | undefined }) {
  return (
    <SandboxPage title="SMS">
      <h1>SMS</h1>
      <p class="lead">
        {to ? `Messages to ${to}.` : 'Every message that was sent since the sandbox started.'}
      </p>
      {messages.length === 0 ? (
        <p>No message yet.</p>
      ) : (
        <DataTable
          caption="Messages, newest first"
          columns={[{ heading: 'To' }, { heading: 'Text' }, { heading: 'At' }]}
          rows={messages.map((message) => [
            <a href={`/sms?to=${encodeURIComponent(message.to)}`}>{message.to}</a>,
            message.text,
            <time dateTime={message.at}>{message.at}</time>,
          ])}
        />
      )}
      <p class="soft small">
        For programs: <code>GET /sms.json?to=+32…</code>
      </p>
    </SandboxPage>
  );
}

import { DataTable, LinkButton, SummaryList } from '#libs/ui';
import { SandboxPage } from '../shell/sandbox-page.js';
import type { Mail } from './mailbox.js';

export function MailboxPage({ mails, to }: { mails: readonly Mail[]; to?: string | undefined }) {
  return (
    <SandboxPage title="Mail">
      <h1>Mail</h1>
      <p class="lead">
        {to ? `Messages to ${to}.` : 'Every message that was sent since the sandbox started.'}
      </p>
      {mails.length === 0 ? (
        <p>No mail yet.</p>
      ) : (
        <DataTable
          caption="Messages, newest first"
          columns={[{ heading: 'Subject' }, { heading: 'To' }, { heading: 'At' }]}
          rows={mails.map((mail) => [
            <a href={`/mail/${mail.id}`}>{mail.subject || '(no subject)'}</a>,
            <a href={`/mail?to=${encodeURIComponent(mail.to)}`}>{mail.to}</a>,
            <time dateTime={mail.at}>{mail.at}</time>,
          ])}
        />
      )}
      <p class="soft small">
        For programs: <code>GET /mail.json?to=…</code>
      </p>
    </SandboxPage>
  );
}

export function MailPage({ mail }: { mail: Mail }) {
  return (
    <SandboxPage title={mail.subject}>
      <h1>{mail.subject || '(no subject)'}</h1>
      <SummaryList
        items={[
          { label: 'To', value: mail.to },
          { label: 'At', value: <time dateTime={mail.at}>{mail.at}</time> },
          ...mail.attachments.map(({ filename, contentType, size }) => ({
            label: 'Attachment',
            value: `${filename} (${contentType}, ${size} bytes)`,
          })),
        ]}
      />
      {mail.html !== '' && (
        <LinkButton href={`/mail/${mail.id}/body.html`} look="secondary">
          Show as it looks
        </LinkButton>
      )}
      <h2>As text</h2>
      <pre class="table-wrap" tabIndex={0}>
        {mail.text || '(no text)'}
      </pre>
      <p>
        <a href="/mail">All mail</a>
      </p>
    </SandboxPage>
  );
}

import type { ComponentChildren } from 'preact';
import { LinkButton } from '#libs/ui';
import { SandboxPage } from '../../shell/sandbox-page.js';
import { Raw } from '../request-form.js';
import { explain } from './messages.js';
import type { OidcAnswer } from './oidc-client.js';
import type { RecordedCall } from './recorded-call.js';

const PARTY = 'Permit counter';

/** Before anything is sent: the first message, to be sent by the visitor. */
export function FirstMessagePage({ url }: { url: URL }) {
  return (
    <SandboxPage title="Step by step" party={PARTY}>
      <h1>A sign-in, step by step</h1>
      <p class="lead">
        This is the first message. Nothing was sent yet. Sign in at CSAM, come back, and see the others.
      </p>
      <AuthorizationRequest url={url} />
      <div class="buttons">
        <LinkButton href={url.href}>Send the browser to CSAM</LinkButton>
        <LinkButton href="/rp/oidc/" look="secondary">
          Choose what is asked
        </LinkButton>
      </div>
    </SandboxPage>
  );
}

/** All messages of a sign-in that is done. */
export function MessagesPage({ answer }: { answer: OidcAnswer }) {
  const { request, returned, calls, idTokenHeader, claims, userinfo } = answer;
  const exchange = calls.find(({ fields }) => 'grant_type' in fields);
  const info = calls.find(({ body }) => body === answer.userinfoBody);
  return (
    <SandboxPage title="Message by message" party={PARTY}>
      <h1>The sign-in, message by message</h1>
      <AuthorizationRequest url={new URL(request)} />
      <Message number={2} title="The browser comes back" from="CSAM, through the browser">
        <p>
          The person signed in and agreed. Only a code travels, in the open. The service compares state and
          iss.
        </p>
        <Parts values={returned} />
      </Message>
      {exchange !== undefined && <TokenRequest call={exchange} />}
      <Message number={4} title="What the ID token says" from="inside the answer">
        <p>
          A signed text. The service looks up the key that its header names among the published keys, checks
          the signature, and compares iss, aud, nonce, exp and acr.
        </p>
        <Parts values={{ ...(idTokenHeader as object), ...claims }} />
      </Message>
      {info !== undefined && (
        <Message number={5} title="The service fetches the attributes" from={`${info.method} ${info.url}`}>
          <p>With the access token. The answer is signed, too, and holds what this service may have today.</p>
          <Parts values={userinfo} />
          <Raw title="As it came">{info.body}</Raw>
        </Message>
      )}
      <div class="buttons">
        <LinkButton href="/rp/oidc/steps">Once more</LinkButton>
        <LinkButton href="/rp/oidc/account" look="secondary">
          Back to the service
        </LinkButton>
      </div>
    </SandboxPage>
  );
}

function AuthorizationRequest({ url }: { url: URL }) {
  return (
    <Message
      number={1}
      title="The service sends the browser to CSAM"
      from={`GET ${url.origin}${url.pathname}`}
    >
      <p>
        The browser carries the question, so nothing in it is secret, and state, nonce and challenge guard it.
      </p>
      <Parts values={Object.fromEntries(url.searchParams)} />
    </Message>
  );
}

function TokenRequest({ call }: { call: RecordedCall }) {
  return (
    <Message number={3} title="The service changes the code into tokens" from={`${call.method} ${call.url}`}>
      <p>
        From server to server. The service shows who it is ({call.authorization}) and that it began this
        sign-in.
      </p>
      <Parts values={call.fields} />
      <p>The answer, which nobody may keep (no-store):</p>
      <Parts values={JSON.parse(call.body) as Readonly<Record<string, unknown>>} />
    </Message>
  );
}

function Message(props: { number: number; title: string; from: string; children: ComponentChildren }) {
  return (
    <section class="card flow">
      <h2>
        {props.number}. {props.title}
      </h2>
      <p class="small">
        <code>{props.from}</code>
      </p>
      {props.children}
    </section>
  );
}

function Parts({ values }: { values: Readonly<Record<string, unknown>> }) {
  return (
    <dl class="flow">
      {explain(values).map(({ name, value, meaning }) => (
        <div key={name}>
          <dt>
            <strong>{name}</strong>
          </dt>
          <dd>
            <code>{value}</code>
            {meaning !== '' && <div class="small">{meaning}</div>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

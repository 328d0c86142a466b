import { Button, LinkButton, Notice, SummaryList } from '#libs/ui';
import { DEMO_OIDC_SCOPES } from '#libs/testing';
import { SandboxPage } from '../../shell/sandbox-page.js';
import { CheckField, languageChoices, levelChoices, Raw, SelectField } from '../request-form.js';
import type { ReceivedLogout } from './logout-tokens.js';
import type { OidcAnswer } from './oidc-client.js';
import { PROMPTS } from './sign-in-options.js';

const PARTY = 'Permit counter';
/** These ask to sign in for an enterprise, so they are asked on purpose. */
const OF_ENTERPRISE: readonly string[] = ['enterprise', 'roles'];

const promptChoices = PROMPTS.map((value) => ({ value, label: value || 'Not sent' }));
const json = (value: unknown) => JSON.stringify(value, null, 2);

export function OidcStartPage({ logouts = [] }: { logouts?: readonly ReceivedLogout[] }) {
  return (
    <SandboxPage title="Sign in" party={PARTY}>
      <h1>Permit counter</h1>
      <p class="lead">A service that signs its users in over OpenID Connect. Choose what it asks of CSAM.</p>
      <form class="form" method="get" action="/rp/oidc/login">
        <SelectField name="class" label="Level or method (acr_values)" choices={levelChoices} />
        <fieldset class="field">
          <legend class="field-label">Scopes besides openid</legend>
          {DEMO_OIDC_SCOPES.map((scope) => (
            <CheckField key={scope} name={scope} value="yes" checked={!OF_ENTERPRISE.includes(scope)}>
              {scope}
            </CheckField>
          ))}
        </fieldset>
        <SelectField name="prompt" label="prompt" choices={promptChoices} />
        <div class="field">
          <label class="field-label" for="max_age">
            max_age, in seconds
          </label>
          <input class="input" id="max_age" name="max_age" inputmode="numeric" />
        </div>
        <SelectField name="language" label="Language (ui_locales)" choices={languageChoices} />
        <Button>Sign in with CSAM</Button>
      </form>
      <p>
        <a href="/rp/oidc/steps">A sign-in, step by step</a>, with each message explained.
      </p>
      {logouts.length > 0 && <h2>Logout tokens that came last</h2>}
      {logouts.map(({ at, header, claims }) => (
        <Raw key={claims.jti} title={at.toISOString()}>
          {json({ header, claims })}
        </Raw>
      ))}
    </SandboxPage>
  );
}

export function OidcAnswerPage({ answer }: { answer: OidcAnswer }) {
  const { claims, userinfo } = answer;
  const name = [userinfo['givenName'], userinfo['surname']].filter(Boolean).join(' ');
  return (
    <SandboxPage title="Signed in" party={PARTY}>
      <h1>{name ? `Welcome, ${name}` : 'You are signed in'}</h1>
      <SummaryList
        items={[
          { label: 'Subject (sub)', value: claims['sub'] as string },
          { label: 'Level (acr)', value: String(claims['acr'] ?? '') },
          { label: 'Means (amr)', value: [claims['amr'] ?? []].flat().join(', ') },
          ...Object.entries(userinfo)
            .filter(([claim]) => !['iss', 'aud', 'sub', 'iat', 'exp'].includes(claim))
            .map(([claim, value]) => ({
              label: claim,
              value: typeof value === 'string' ? value : json(value),
            })),
        ]}
      />
      <div class="buttons">
        <LinkButton href="/rp/oidc/logout">Sign out</LinkButton>
        <LinkButton href="/rp/oidc/" look="secondary">
          Sign in again
        </LinkButton>
      </div>
      <p>
        <a href="/rp/oidc/messages">Message by message</a>: how the service came to know this.
      </p>
      <h2>The whole answer</h2>
      <Raw title="Claims of the ID token">{json({ header: answer.idTokenHeader, claims })}</Raw>
      <Raw title="Userinfo">{json({ header: answer.userinfoHeader, claims: userinfo })}</Raw>
      <Raw title="Userinfo as it came">{answer.userinfoBody}</Raw>
      <Raw title="Token response">{json(answer.tokenResponse)}</Raw>
    </SandboxPage>
  );
}

export function OidcProblemPage({ error, description }: { error: string; description: string }) {
  return (
    <SandboxPage title="Not signed in" party={PARTY}>
      <h1>You are not signed in</h1>
      <Notice kind="problem" title={error}>
        <p>{description}</p>
      </Notice>
      <LinkButton href="/rp/oidc/">Try again</LinkButton>
    </SandboxPage>
  );
}

import { Button, LinkButton, Notice, SummaryList } from '#libs/ui';
import { SERVICE_PROVIDER_ATTRIBUTES } from '#libs/testing';
import { SandboxPage } from '../../shell/sandbox-page.js';
import { COMPARISONS } from '../level-class.js';
import { CheckField, languageChoices, levelChoices, Raw, SelectField } from '../request-form.js';
import type { SamlAnswer } from './service-provider.js';

const PARTY = 'Library of Exampleton';
const comparisonChoices = COMPARISONS.map((value) => ({ value, label: value }));
const attributeChoices = [
  { value: '', label: 'Not sent' },
  ...SERVICE_PROVIDER_ATTRIBUTES.map(({ index, name }) => ({
    value: String(index),
    label: `${index}: ${name}`,
  })),
];

export function SamlStartPage({ signedOut }: { signedOut: boolean }) {
  return (
    <SandboxPage title="Sign in" party={PARTY}>
      <h1>Library of Exampleton</h1>
      {signedOut && (
        <Notice kind="success">
          <p>You are signed out.</p>
        </Notice>
      )}
      <p class="lead">A service that signs its users in over SAML 2.0. Choose what it asks of CSAM.</p>
      <form class="form" method="get" action="/rp/saml/login">
        <SelectField name="class" label="Level or method (AuthnContextClassRef)" choices={levelChoices} />
        <SelectField name="comparison" label="Comparison" choices={comparisonChoices} />
        <SelectField
          name="attributes"
          label="Attributes (AttributeConsumingServiceIndex)"
          choices={attributeChoices}
        />
        <CheckField name="force" value="true">
          Sign in anew, whatever session there is (ForceAuthn)
        </CheckField>
        <CheckField name="passive" value="true">
          Without showing anything (IsPassive)
        </CheckField>
        <SelectField name="language" label="Language (ui_locales)" choices={languageChoices} />
        <Button>Sign in with CSAM</Button>
      </form>
      <p class="soft small">
        <a href="/rp/saml/metadata.xml">Metadata of this service</a>
      </p>
    </SandboxPage>
  );
}

export function SamlAnswerPage({ answer }: { answer: SamlAnswer }) {
  const { attributes } = answer;
  const name = [attributes['givenName'], attributes['surname']].filter(Boolean).join(' ');
  return (
    <SandboxPage title="Signed in" party={PARTY}>
      <h1>{name ? `Welcome, ${name}` : 'You are signed in'}</h1>
      <SummaryList
        items={[
          { label: 'Name identifier', value: answer.nameId },
          { label: 'Its format', value: answer.nameIdFormat },
          { label: 'Level (AuthnContextClassRef)', value: answer.levelClass },
          { label: 'Session index', value: answer.sessionIndex ?? '' },
          ...Object.entries(attributes).map(([attribute, value]) => ({
            label: attribute,
            value: typeof value === 'string' ? value : JSON.stringify(value),
          })),
        ]}
      />
      <div class="buttons">
        <LinkButton href="/rp/saml/logout">Sign out</LinkButton>
        <LinkButton href="/rp/saml/" look="secondary">
          Sign in again
        </LinkButton>
      </div>
      <h2>The whole answer</h2>
      <Raw title="Response">{answer.responseXml}</Raw>
    </SandboxPage>
  );
}

export function SamlProblemPage({ description }: { description: string }) {
  return (
    <SandboxPage title="Not signed in" party={PARTY}>
      <h1>You are not signed in</h1>
      <Notice kind="problem" title="The answer of CSAM">
        <p>{description}</p>
      </Notice>
      <LinkButton href="/rp/saml/">Try again</LinkButton>
    </SandboxPage>
  );
}

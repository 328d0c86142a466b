import { Button, Buttons, HiddenFields, Notice, RadioGroup, SelectField } from '#libs/ui';
import { findCurrentRequest } from '#libs/http';
import { SandboxPage } from '../shell/sandbox-page.js';
import { ASSURANCES, type ForeignSignIn } from './eidas-node.js';
import type { ForeignPerson } from './foreign-people.js';

const PARTY = 'European node';

export interface ChooseProps {
  readonly signIn: ForeignSignIn;
  readonly people: readonly ForeignPerson[];
}

/** Where the person chooses country and means, and the other country says who it is. */
export function ForeignSignInPage({ signIn, people }: ChooseProps) {
  return (
    <SandboxPage title="Sign in with a means of another country" party={PARTY}>
      <h1>Sign in with a means of another country</h1>
      <p class="lead">
        CSAM, the Belgian government’s sign-in, asks who you are, at assurance level {signIn.asked} or higher.
      </p>
      <form class="form" method="post" noValidate>
        <RadioGroup
          language="en"
          name="person"
          label="Who you are, and in which country"
          value={people[0]?.id ?? ''}
          options={people.map(({ id, name, country, identifier, number }) => ({
            value: id,
            label: `${name}, ${country}`,
            about: number === undefined ? `${identifier}; Belgium does not know her` : identifier,
          }))}
        />
        <SelectField
          language="en"
          name="assurance"
          label="Assurance level that the country states"
          value={signIn.asked}
          options={ASSURANCES.map((assurance) => ({ value: assurance, label: assurance }))}
        />
        <Buttons>
          <Button name="answer" value="confirm">
            Confirm
          </Button>
          <Button look="secondary" name="answer" value="cancel">
            Cancel
          </Button>
        </Buttons>
      </form>
    </SandboxPage>
  );
}

export interface BackProps {
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Carries the answer back by POST (Bindings 3.5); without script, by its button. */
export function BackToCsamPage({ action, fields }: BackProps) {
  const nonce = findCurrentRequest()?.nonce;
  return (
    <SandboxPage title="Back to CSAM" party={PARTY}>
      <h1>Back to CSAM</h1>
      <form method="post" action={action}>
        <HiddenFields fields={fields} />
        <Button>Continue</Button>
      </form>
      {nonce !== undefined && (
        <script nonce={nonce} dangerouslySetInnerHTML={{ __html: 'document.forms[0].submit()' }} />
      )}
    </SandboxPage>
  );
}

export function NodePage({ people }: { readonly people: readonly ForeignPerson[] }) {
  return (
    <SandboxPage title="European node">
      <h1>European node</h1>
      <p class="lead">
        The Belgian node asks the country of the person over SAML 2.0, and adds the number by which Belgium
        knows them. Here it asks nobody: choose at the sign-in who you are.
      </p>
      <ul class="bullets">
        {people.map(({ id, name, country, identifier }) => (
          <li key={id}>
            {name}, {country}: <code>{identifier}</code>
          </li>
        ))}
      </ul>
      <p>
        <a href="/eidas-node/metadata.xml">Metadata of the node</a>
      </p>
    </SandboxPage>
  );
}

/** The request of CSAM is not one that the node accepts. */
export function NodeProblemPage({ problem }: { readonly problem: string }) {
  return (
    <SandboxPage title="The request was refused" party={PARTY}>
      <h1>The request was refused</h1>
      <Notice kind="problem" title="The node does not accept this">
        <p>{problem}</p>
      </Notice>
    </SandboxPage>
  );
}

import { Button, Buttons, Notice, TextField } from '#libs/ui';
import { fullName, type DemoPerson } from '#libs/testing';
import { SandboxPage } from '../shell/sandbox-page.js';
import type { SignIn } from './sign-ins.js';

export interface AskPhoneProps {
  readonly title: string;
  readonly people: readonly DemoPerson[];
  readonly unknown?: boolean;
}

/** Which phone is to be asked. */
export function AskPhonePage({ title, people, unknown = false }: AskPhoneProps) {
  return (
    <SandboxPage title={`Sign in with ${title}`} party={title}>
      <h1>Sign in with {title}</h1>
      <p class="lead">CSAM, the government’s sign-in, asks who you are.</p>
      <form class="form" method="post" noValidate>
        <TextField
          language="en"
          name="phone"
          label="Your mobile number"
          type="tel"
          autocomplete="tel"
          {...(unknown && { error: `Nobody uses ${title} with this number` })}
        />
        <Buttons>
          <Button>Ask my phone</Button>
          <Button look="secondary" name="answer" value="cancel">
            Cancel
          </Button>
        </Buttons>
      </form>
      <section class="card flow small">
        <h2>Who uses {title} in this world</h2>
        <ul class="bullets">
          {people.map((person) => (
            <li key={person.id}>
              {fullName(person)}: <code>{person.phone}</code>
            </li>
          ))}
        </ul>
      </section>
    </SandboxPage>
  );
}

export interface WaitProps {
  readonly title: string;
  readonly signIn: SignIn;
  /** Where the answer leads; the page goes there by itself. */
  readonly wayBack: string | undefined;
}

/** Loads itself again until the phone has answered. */
export function WaitPage({ title, signIn: { number, person }, wayBack }: WaitProps) {
  const phone = encodeURIComponent(person?.phone ?? '');
  return (
    <SandboxPage title={wayBack === undefined ? 'Look at your phone' : 'Back to CSAM'} party={title}>
      <h1>{wayBack === undefined ? 'Look at your phone' : 'Back to CSAM'}</h1>
      {wayBack === undefined ? (
        <>
          <p class="lead" role="status">
            Open the app of {title} and confirm. It shows the number <strong>{number}</strong>.
          </p>
          <p>
            No phone at hand in this world:{' '}
            <a href={`/itsme/phone?phone=${phone}`} target="_blank" rel="noreferrer">
              look at this phone
            </a>
            . This page goes on by itself.
          </p>
          <form class="form" method="post">
            <Button look="secondary" name="answer" value="cancel">
              Stop
            </Button>
          </form>
        </>
      ) : (
        <p>
          <a class="button" href={wayBack}>
            Continue
          </a>
        </p>
      )}
    </SandboxPage>
  );
}

/** The request of CSAM is not one that the service accepts. */
export function SignInProblemPage(props: {
  readonly title: string;
  readonly code: string;
  readonly problem: string;
}) {
  return (
    <SandboxPage title="The request was refused" party={props.title}>
      <h1>The request was refused</h1>
      <Notice kind="problem" title={props.code}>
        <p>{props.problem}</p>
      </Notice>
    </SandboxPage>
  );
}

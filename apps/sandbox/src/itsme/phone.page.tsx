import { Button, Buttons, DataTable } from '#libs/ui';
import { fullName, type DemoPerson } from '#libs/testing';
import { SandboxPage } from '../shell/sandbox-page.js';
import type { WaitingSignIn } from './identity-providers.js';

export function PhonesPage({ people }: { people: readonly DemoPerson[] }) {
  return (
    <SandboxPage title="itsme">
      <h1>itsme</h1>
      <p class="lead">The phones of those who use itsme. A question stands there while somebody signs in.</p>
      <DataTable
        caption="Phones with the itsme app"
        columns={[{ heading: 'Phone' }, { heading: 'Of' }]}
        rows={people.map((person) => [
          <a href={`/itsme/phone?phone=${encodeURIComponent(person.phone ?? '')}`}>{person.phone}</a>,
          fullName(person),
        ])}
      />
      <p class="soft small">
        For programs: <code>POST /itsme/auto</code> with <code>{'{"phone":"+32…","answer":"confirm"}'}</code>{' '}
        (or <code>refuse</code>, or <code>ask</code> for the person again).
      </p>
    </SandboxPage>
  );
}

export interface PhoneProps {
  readonly person: DemoPerson;
  readonly waiting: readonly WaitingSignIn[];
}

/** What the app shows: who asks, and the number that the browser shows too. */
export function PhonePage({ person, waiting }: PhoneProps) {
  return (
    <SandboxPage title={`Phone of ${fullName(person)}`} party="Phone">
      <h1>Phone of {fullName(person)}</h1>
      {waiting.length === 0 && (
        <p class="lead" role="status">
          Nothing is asked. This page looks again every few seconds.
        </p>
      )}
      {waiting.map(({ provider, signIn }) => (
        <section key={signIn.id} class="card flow">
          <h2>{provider.profile.title}: CSAM asks you to sign in</h2>
          <p>
            Does your browser show the number <strong>{signIn.number}</strong>? Confirm only if you are
            signing in yourself.
          </p>
          <form class="form" method="post" action="/itsme/phone">
            <input type="hidden" name="phone" value={person.phone} />
            <input type="hidden" name="id" value={signIn.id} />
            <Buttons>
              <Button name="answer" value="confirm">
                Confirm
              </Button>
              <Button look="secondary" name="answer" value="refuse">
                Refuse
              </Button>
            </Buttons>
          </form>
        </section>
      ))}
    </SandboxPage>
  );
}

import { Button, DataTable } from '#libs/ui';
import { fullName, type Persona } from '#libs/testing';
import { SandboxPage } from '../shell/sandbox-page.js';
import type { Question } from './questions.js';

export interface BisRegisterProps {
  readonly questions: readonly Question[];
  /** People for whom a national number waits. */
  readonly waiting: readonly Persona[];
}

export function BisRegisterPage({ questions, waiting }: BisRegisterProps) {
  return (
    <SandboxPage title="BIS register">
      <h1>BIS register</h1>
      <p class="lead">
        Answers searchPersonBySsin of the KSZ at <code>/bis-register/PersonService</code> to registered
        consumers that sign with WS-Security.
      </p>
      {waiting.map((person) => (
        <form
          key={person.id}
          class="card form"
          method="post"
          action={`/bis-register/people/${person.id}/national-number`}
        >
          <h2>{fullName(person)}</h2>
          <p>
            Has number {person.nationalNumber} of the BIS register. National number {person.nextNumber} waits.
          </p>
          <Button look="secondary">Give the national number</Button>
        </form>
      ))}
      {questions.length === 0 ? (
        <p>Nobody has asked anything yet.</p>
      ) : (
        <DataTable
          caption="Questions, newest first"
          columns={[
            { heading: 'At' },
            { heading: 'Ticket' },
            { heading: 'Asked by' },
            { heading: 'Legal context' },
            { heading: 'About' },
            { heading: 'Outcome' },
          ]}
          rows={questions.map((question) => [
            <time dateTime={question.at}>{question.at}</time>,
            question.ticket ?? '',
            question.cbeNumber ?? '',
            question.legalContext ?? '',
            question.ssin ?? '',
            question.outcome,
          ])}
        />
      )}
    </SandboxPage>
  );
}

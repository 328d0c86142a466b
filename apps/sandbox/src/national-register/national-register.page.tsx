import { DataTable } from '#libs/ui';
import { SandboxPage } from '../shell/sandbox-page.js';
import type { Consultation } from './consultations.js';

export function NationalRegisterPage({ consultations }: { consultations: readonly Consultation[] }) {
  return (
    <SandboxPage title="Rijksregister">
      <h1>Rijksregister</h1>
      <p class="lead">
        Answers GetPerson version 3 at <code>/national-register/GetPersonService</code> to registered
        consumers that sign with WS-Security.
      </p>
      {consultations.length === 0 ? (
        <p>Nobody has asked anything yet.</p>
      ) : (
        <DataTable
          caption="Questions, newest first"
          columns={[
            { heading: 'At' },
            { heading: 'Message' },
            { heading: 'Asked by' },
            { heading: 'On behalf of' },
            { heading: 'For the user' },
            { heading: 'About' },
            { heading: 'Outcome' },
          ]}
          rows={consultations.map((consultation) => [
            <time dateTime={consultation.at}>{consultation.at}</time>,
            consultation.messageId,
            consultation.consumer ?? '',
            consultation.onBehalfOf ?? '',
            consultation.userNumber ?? '',
            consultation.personNumber ?? '',
            consultation.outcome,
          ])}
        />
      )}
      <p class="soft small">
        For programs:{' '}
        <a href="/national-register/consultations.json">/national-register/consultations.json</a>
      </p>
    </SandboxPage>
  );
}

import { Button } from '#libs/ui';
import { SandboxPage } from '../shell/sandbox-page.js';
import { FAULT_TARGETS, modesOf, type Fault, type FaultTarget } from './fault.js';

/** Stand-ins that are there and act on their switch; the others are only remembered. */
const WORDS: Readonly<Partial<Record<FaultTarget, string>>> = {
  smsc: 'SMS centre (SMPP)',
  smtp: 'Mail server (SMTP)',
  rijksregister: 'Rijksregister (SOAP)',
  bis: 'BIS register of the KSZ (SOAP)',
  kbo: 'Functions of people in enterprises, KBO (REST)',
  rma: 'Role administration (REST)',
  ocsp: 'Revocation of cards (OCSP and lists)',
  'ocsp-responder': 'Revocation of cards (OCSP only)',
};

export function FaultsPage({ faults }: { faults: readonly Fault[] }) {
  return (
    <SandboxPage title="Faults">
      <h1>Faults</h1>
      <p class="lead">Make a part of the outside world slow, wrong or silent, and see what CSAM does.</p>
      {FAULT_TARGETS.filter((target) => target in WORDS).map((target) => (
        <FaultForm key={target} fault={faults.find((fault) => fault.target === target)} target={target} />
      ))}
      <p class="soft small">
        For programs: <code>POST /faults</code> with{' '}
        <code>{'{"target":"smtp","mode":"delay","ms":5000}'}</code>; <code>share</code> (0 to 1) strikes a
        part of the requests only.
      </p>
    </SandboxPage>
  );
}

function FaultForm({ target, fault }: { target: FaultTarget; fault?: Fault | undefined }) {
  return (
    <form class="card form" method="post" action="/faults" id={target}>
      <h2>{WORDS[target]}</h2>
      <input type="hidden" name="target" value={target} />
      <div class="field">
        <label class="field-label" for={`${target}-mode`}>
          Mode
        </label>
        <select class="input" id={`${target}-mode`} name="mode">
          {modesOf(target).map((mode) => (
            <option key={mode} value={mode} selected={mode === fault?.mode}>
              {mode}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label class="field-label" for={`${target}-ms`}>
          Milliseconds
        </label>
        <input
          class="input"
          id={`${target}-ms`}
          name="ms"
          inputmode="numeric"
          value={String(fault?.ms ? fault.ms : 1000)}
        />
      </div>
      <Button look="secondary">Set</Button>
    </form>
  );
}

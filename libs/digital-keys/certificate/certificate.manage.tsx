import type { Queryable } from '#libs/database';
import type { ManageableKey, SetupOutcome, SetupReturn, SetupSituation } from '../life/manage.js';
import { keyLabel } from '../own-keys.js';
import { newBinding, READING_PARAMETER, type CardGateAddress } from '../pki/card-gate-address.js';
import type { CardReadingsStore } from '../pki/card-readings.store.js';
import { writePresented } from '../pki/presented.js';
import { CertificateExaminer, type CertificateExaminerParts } from './certificate-examiner.js';
import type { UsableCertificate } from './certificate.judge.js';
import { describeCertificate } from './certificate.js';
import { CertificateSetupPage, type CertificateSetupProblem } from './certificate.manage.page.js';
import { UploadedCertificate } from './certificate.upload.js';

export interface ManagedCertificateParts extends CertificateExaminerParts {
  readonly gate: CardGateAddress;
  readonly readings: Pick<CardReadingsStore, 'take'>;
}

/**
 * Making a certificate a key: its owner shows it at the certificate listener, where the handshake proves that they
 * hold its private key, and then sees what was read before it counts. Whose certificate is not in a browser gives its
 * file, and a signature in place of the handshake.
 */
export class ManagedCertificate implements ManageableKey {
  readonly kind = 'certificate';
  readonly leadsTo: string;
  private readonly examiner: CertificateExaminer;
  private readonly uploaded: UploadedCertificate;

  constructor(private readonly the: ManagedCertificateParts) {
    this.leadsTo = the.gate.origin;
    this.examiner = new CertificateExaminer(the);
    this.uploaded = new UploadedCertificate(this.examiner, the.store);
  }

  async begin({ setupId, now, form }: SetupSituation): Promise<SetupOutcome> {
    await Promise.resolve();
    if (form.way === 'file') return this.uploaded.begin();
    const nonce = newBinding();
    const binding = bindingOf(setupId, nonce);
    const visit = { app: 'sma' as const, returnTo: '/keys/new/certificate/return', binding, test: false };
    return { kind: 'elsewhere', location: this.the.gate.for(visit, now), memory: { nonce } };
  }

  async returned(situation: SetupReturn): Promise<SetupOutcome> {
    const { setupId, memory, query } = situation;
    const handle = query[READING_PARAMETER];
    const { nonce } = memory;
    const reading = handle && nonce && (await this.the.readings.take(handle, bindingOf(setupId, nonce)));
    if (!reading) return this.refuse(situation, 'cancelled');
    const shown = reading.kind === 'certificate' ? writePresented(reading.presented) : '';
    const examined = await this.examiner.examine(situation, shown);
    if (examined.kind === 'refused') return this.refuse(situation, examined.problem);
    return {
      kind: 'page',
      memory: { shown },
      page: (of) => <CertificateSetupPage {...of} state={stateOf(examined)} />,
    };
  }

  async finish(situation: SetupSituation): Promise<SetupOutcome> {
    if (situation.memory.way === 'file') return this.uploaded.finish(situation);
    const examined = await this.examiner.examine(situation, situation.memory.shown ?? '');
    if (examined.kind === 'refused') return this.refuse(situation, examined.problem);
    const { certificate } = examined;
    return {
      kind: 'proven',
      label: keyLabel(situation.form.label ?? '') ?? '',
      expiresAt: certificate.notAfter,
      store: (tx: Queryable, keyId: string) => this.the.store.within(tx).add(keyId, certificate),
    };
  }

  private async refuse(situation: SetupSituation, problem: CertificateSetupProblem): Promise<SetupOutcome> {
    await this.examiner.noteRefusal(situation, problem);
    return {
      kind: 'page',
      problem,
      page: (of) => <CertificateSetupPage {...of} state={{ kind: 'refused', problem }} />,
    };
  }
}

/** Only the browser that was sent there for this setup brings it back. */
const bindingOf = (setupId: string, nonce: string): string => `${setupId}.${nonce}`;

const stateOf = ({ certificate }: UsableCertificate) => ({
  kind: 'read' as const,
  ...describeCertificate(certificate),
  notAfter: certificate.notAfter,
});

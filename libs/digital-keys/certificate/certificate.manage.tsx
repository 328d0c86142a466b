import type { AuditWriter } from '#libs/audit';
import type { Queryable } from '#libs/database';
import type { Throttle } from '#libs/security';
import type { ManageableKey, SetupOutcome, SetupReturn, SetupSituation } from '../life/manage.js';
import { keyLabel, requestEntry } from '../own-keys.js';
import { newBinding, READING_PARAMETER, type CardGateAddress } from '../pki/card-gate-address.js';
import type { CardReadingsStore } from '../pki/card-readings.store.js';
import { readPresented, writePresented } from '../pki/presented.js';
import { CertificateRegistrationRefused } from './certificate.audit.js';
import type { CertificateJudge, UsableCertificate } from './certificate.judge.js';
import { describeCertificate } from './certificate.js';
import { CertificateSetupPage, type CertificateSetupProblem } from './certificate.manage.page.js';
import { SHOWN_CERTIFICATES } from './certificate.service.js';
import type { CertificateStore } from './certificate.store.js';

export interface ManagedCertificateParts {
  readonly store: CertificateStore;
  readonly judge: CertificateJudge;
  readonly gate: CardGateAddress;
  readonly readings: Pick<CardReadingsStore, 'take'>;
  readonly throttle: Throttle;
  readonly audit: Pick<AuditWriter, 'record'>;
}

type Examined =
  | ({ readonly kind: 'usable' } & UsableCertificate)
  | { readonly kind: 'refused'; readonly problem: CertificateSetupProblem };

/**
 * Making a certificate a key: its owner shows it at the certificate listener, where the handshake proves that they
 * hold its private key, and then sees what was read before it counts.
 */
export class ManagedCertificate implements ManageableKey {
  readonly kind = 'certificate';
  readonly leadsTo: string;

  constructor(private readonly the: ManagedCertificateParts) {
    this.leadsTo = the.gate.origin;
  }

  async begin({ setupId, now }: SetupSituation): Promise<SetupOutcome> {
    await Promise.resolve();
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
    const examined = await this.examine(situation, shown);
    if (examined.kind === 'refused') return this.refuse(situation, examined.problem);
    return {
      kind: 'page',
      memory: { shown },
      page: (of) => <CertificateSetupPage {...of} state={stateOf(examined)} />,
    };
  }

  async finish(situation: SetupSituation): Promise<SetupOutcome> {
    const examined = await this.examine(situation, situation.memory.shown ?? '');
    if (examined.kind === 'refused') return this.refuse(situation, examined.problem);
    const { certificate } = examined;
    return {
      kind: 'proven',
      label: keyLabel(situation.form.label ?? '') ?? '',
      expiresAt: certificate.notAfter,
      store: (tx: Queryable, keyId: string) => this.the.store.within(tx).add(keyId, certificate),
    };
  }

  /** Each certificate that is shown costs its authority work, so they are counted. */
  private async examine({ fedId, now }: SetupSituation, shown: string): Promise<Examined> {
    const { throttle, judge, store } = this.the;
    if ((await throttle.attempt(SHOWN_CERTIFICATES, fedId)).kind !== 'open') return refused('too-often');
    const judged = judge.examine(readPresented(shown), { now });
    if (judged.kind === 'refused') return judged;
    const revoked = await judge.revocationProblem(judged);
    if (revoked !== undefined) return refused(revoked);
    const known = await store.find(judged.certificate);
    if (known !== undefined && known.state !== 'revoked') return refused('already-registered');
    await throttle.succeed(SHOWN_CERTIFICATES, fedId);
    return judged;
  }

  private async refuse({ fedId }: SetupSituation, problem: CertificateSetupProblem): Promise<SetupOutcome> {
    const entry = { ...requestEntry(), subject: fedId, data: { reason: problem } };
    await this.the.audit.record(CertificateRegistrationRefused, entry);
    return {
      kind: 'page',
      problem,
      page: (of) => <CertificateSetupPage {...of} state={{ kind: 'refused', problem }} />,
    };
  }
}

const refused = (problem: CertificateSetupProblem) => ({ kind: 'refused' as const, problem });

/** Only the browser that was sent there for this setup brings it back. */
const bindingOf = (setupId: string, nonce: string): string => `${setupId}.${nonce}`;

const stateOf = ({ certificate }: UsableCertificate) => ({
  kind: 'read' as const,
  ...describeCertificate(certificate),
  notAfter: certificate.notAfter,
});

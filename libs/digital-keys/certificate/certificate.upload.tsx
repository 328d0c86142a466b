import { randomToken } from '#libs/security';
import type { SetupOutcome, SetupSituation } from '../life/manage.js';
import { keyLabel } from '../own-keys.js';
import { readCertificate, type Certificate } from '../pki/certificate.js';
import { readPresented, writePresented } from '../pki/presented.js';
import {
  isSignedByOwner,
  readCertificateFile,
  textToSign,
  type CertificateFileProblem,
} from './certificate-file.js';
import type { CertificateExaminer, RegistrationProblem } from './certificate-examiner.js';
import { describeCertificate } from './certificate.js';
import type { CertificateStore } from './certificate.store.js';
import { CertificateFilePage, CertificateSignPage } from './certificate.upload.page.js';

export type UploadProblem = RegistrationProblem | CertificateFileProblem;

/**
 * A certificate in a file. The file is no secret and proves nobody, so its owner signs a text that was made for this
 * setup with the private key, which stays where it is; only then does it become a key.
 */
export class UploadedCertificate {
  constructor(
    private readonly examiner: CertificateExaminer,
    private readonly store: CertificateStore,
  ) {}

  begin(): SetupOutcome {
    return {
      kind: 'page',
      memory: { way: 'file' },
      page: (of) => <CertificateFilePage {...of} problem={undefined} />,
    };
  }

  /** A file, or the signature that goes with the one before. */
  async finish(situation: SetupSituation): Promise<SetupOutcome> {
    const { form, memory } = situation;
    const { uploaded, challenge } = memory;
    if (form.signature === undefined || uploaded === undefined || challenge === undefined)
      return this.take(situation, Buffer.from(form.certificate ?? '', 'base64'));
    return this.prove(situation, { uploaded, challenge });
  }

  private async take(situation: SetupSituation, bytes: Buffer): Promise<SetupOutcome> {
    const file = readCertificateFile(bytes);
    if (file.kind === 'refused') return this.refuse(situation, file.problem);
    const uploaded = writePresented(file.presented);
    const examined = await this.examiner.examine(situation, uploaded);
    if (examined.kind === 'refused') return this.refuse(situation, examined.problem);
    const challenge = randomToken();
    return { ...this.asking({ uploaded, challenge }), memory: { way: 'file', uploaded, challenge } };
  }

  /** The signature first: nobody is asked about a certificate whose owner is not there. */
  private async prove(
    situation: SetupSituation,
    kept: { readonly uploaded: string; readonly challenge: string },
  ): Promise<SetupOutcome> {
    const { signature = '', label = '' } = situation.form;
    const certificate = certificateIn(kept.uploaded);
    if (!isSignedByOwner(certificate, textToSign(kept.challenge), signature)) {
      const problem = signature.trim() === '' ? 'no-signature' : 'wrong-signature';
      await this.examiner.noteRefusal(situation, problem);
      return this.asking(kept, { problem, label });
    }
    const examined = await this.examiner.examine(situation, kept.uploaded);
    if (examined.kind === 'refused') return this.refuse(situation, examined.problem);
    return {
      kind: 'proven',
      label: keyLabel(label) ?? '',
      expiresAt: certificate.notAfter,
      store: (tx, keyId) => this.store.within(tx).add(keyId, certificate),
    };
  }

  private asking(
    { uploaded, challenge }: { readonly uploaded: string; readonly challenge: string },
    typed?: { readonly problem: 'no-signature' | 'wrong-signature'; readonly label: string },
  ): Extract<SetupOutcome, { kind: 'page' }> {
    const certificate = certificateIn(uploaded);
    const told = { ...describeCertificate(certificate), notAfter: certificate.notAfter };
    return {
      kind: 'page',
      ...(typed && { problem: typed.problem }),
      page: (of) => (
        <CertificateSignPage {...of} told={told} text={textToSign(challenge)} {...(typed && { typed })} />
      ),
    };
  }

  private async refuse(situation: SetupSituation, problem: UploadProblem): Promise<SetupOutcome> {
    await this.examiner.noteRefusal(situation, problem);
    return {
      kind: 'page',
      problem,
      memory: { way: 'file' },
      page: (of) => <CertificateFilePage {...of} problem={problem} />,
    };
  }
}

/** It was readable when it was kept. */
function certificateIn(uploaded: string): Certificate {
  const shown = readPresented(uploaded);
  const certificate = shown && readCertificate(shown.certificate);
  if (certificate === undefined) throw new Error('a certificate that was read cannot be read any more');
  return certificate;
}

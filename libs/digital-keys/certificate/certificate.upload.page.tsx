import { Button, Buttons, CopyText, ErrorSummary, FileField, Form, TextAreaField, TextField } from '#libs/ui';
import type { SetupAddresses } from '../life/manage.js';
import { SetupFrame } from '../life/setup-frame.js';
import { setupTexts } from '../life/setup.texts.js';
import type { CertificateFileProblem } from './certificate-file.js';
import { certificateSetupTexts } from './certificate.manage.texts.js';
import { ReadCertificate, RefusedCertificate, type ToldCertificate } from './certificate.parts.js';
import type { UploadProblem } from './certificate.upload.js';
import { certificateUploadTexts } from './certificate.upload.texts.js';

const FILE_PROBLEMS: readonly CertificateFileProblem[] = [
  'no-file',
  'unreadable-file',
  'too-large',
  'private-key',
];

const isOfFile = (problem: UploadProblem): problem is CertificateFileProblem =>
  FILE_PROBLEMS.some((one) => one === problem);

export interface CertificateFileProps extends SetupAddresses {
  readonly problem: UploadProblem | undefined;
}

/** Asks the file; a certificate that cannot be a key is told about here, and another file can be given at once. */
export function CertificateFilePage({ problem, ...of }: CertificateFileProps) {
  const { language } = of.frame;
  const t = certificateUploadTexts.in(language);
  const message = problem && isOfFile(problem) ? t(problem) : undefined;
  return (
    <SetupFrame of={of} title={t('fileTitle')} problem={problem !== undefined}>
      <ErrorSummary language={language} problems={message ? [{ field: 'certificate', message }] : []} />
      {problem && !isOfFile(problem) && <RefusedCertificate language={language} problem={problem} />}
      <p class="lead">{t('fileLead')}</p>
      <p>{t('never')}</p>
      <Form frame={of.frame} action={of.action} upload>
        <FileField
          language={language}
          name="certificate"
          label={t('file')}
          hint={t('fileHint')}
          error={message}
          accept=".pem,.crt,.cer,.der"
        />
        <Buttons>
          <Button>{t('read')}</Button>
        </Buttons>
      </Form>
      <details>
        <summary>{t('fromP12Title')}</summary>
        <p>{t('fromP12')}</p>
        <CopyText
          language={language}
          value="openssl pkcs12 -in my-file.p12 -clcerts -nokeys -out certificate.pem"
        />
      </details>
    </SetupFrame>
  );
}

export interface CertificateSignProps extends SetupAddresses {
  readonly told: ToldCertificate;
  /** What the private key signs. */
  readonly text: string;
  readonly typed?: { readonly problem: 'no-signature' | 'wrong-signature'; readonly label: string };
}

/** What was read, the text to sign, and the field for the signature. */
export function CertificateSignPage({ told, text, typed, ...of }: CertificateSignProps) {
  const { language } = of.frame;
  const t = certificateUploadTexts.in(language);
  const setup = certificateSetupTexts.in(language);
  const message = typed && t(typed.problem);
  return (
    <SetupFrame of={of} title={t('signTitle')} problem={message !== undefined}>
      <ErrorSummary language={language} problems={message ? [{ field: 'signature', message }] : []} />
      <p class="lead">{t('signLead')}</p>
      <ReadCertificate language={language} told={told} />
      <h2>{t('signHow')}</h2>
      <p>{t('signWhere')}</p>
      <CopyText
        language={language}
        value={`printf '%s' '${text}' | openssl dgst -sha256 -sign my-key.pem | openssl base64 -A`}
      />
      <details>
        <summary>{t('signP12')}</summary>
        <CopyText
          language={language}
          value={`printf '%s' '${text}' > text.txt && openssl pkcs12 -in my-file.p12 -nocerts -nodes | openssl dgst -sha256 -sign /dev/stdin text.txt | openssl base64 -A`}
        />
      </details>
      <details>
        <summary>{t('signOther')}</summary>
        <p>{t('signOtherAbout')}</p>
        <CopyText language={language} value={text} />
      </details>
      <Form frame={of.frame} action={of.action}>
        <TextAreaField
          language={language}
          name="signature"
          label={t('signature')}
          hint={t('signatureHint')}
          error={message}
          rows={4}
        />
        <TextField
          language={language}
          name="label"
          label={setup('label')}
          hint={setup('labelHint')}
          value={typed?.label}
          autocomplete="off"
        />
        <Buttons>
          <Button>{setupTexts.in(language)('activate')}</Button>
        </Buttons>
      </Form>
    </SetupFrame>
  );
}

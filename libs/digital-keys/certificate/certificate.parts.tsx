import type { Language } from '#libs/kernel';
import { formatDate } from '#libs/texts';
import { Notice, SummaryList } from '#libs/ui';
import type { RegistrationProblem } from './certificate-examiner.js';
import { certificateSetupTexts } from './certificate.manage.texts.js';
import { certificateAdviceTexts, certificateProblemTexts } from './certificate-problem.texts.js';

/** What a person is told of a certificate that was read. */
export interface ToldCertificate {
  readonly holder: string;
  readonly issuer: string;
  readonly notAfter: Date;
}

export function ReadCertificate({
  language,
  told,
}: {
  readonly language: Language;
  readonly told: ToldCertificate;
}) {
  const t = certificateSetupTexts.in(language);
  return (
    <SummaryList
      items={[
        { label: t('holder'), value: told.holder },
        { label: t('issuer'), value: told.issuer },
        { label: t('until'), value: formatDate(told.notAfter, language) },
      ]}
    />
  );
}

/** Why a certificate cannot be a key, and what can be done about it. */
export function RefusedCertificate({
  language,
  problem,
}: {
  readonly language: Language;
  readonly problem: RegistrationProblem;
}) {
  const t = certificateSetupTexts.in(language);
  const ours = problem === 'already-registered' || problem === 'too-often';
  return (
    <Notice
      kind="problem"
      title={ours ? t(`${problem}Title`) : certificateProblemTexts.in(language)(problem)}
    >
      <p>{ours ? t(problem) : certificateAdviceTexts.in(language)(problem)}</p>
    </Notice>
  );
}

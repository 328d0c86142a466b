import { cardAdviceTexts, cardProblemTexts } from '#libs/digital-keys';
import { formatDate, formatDateTime } from '#libs/texts';
import { Button, Buttons, Form, Notice, Page, Reference, SummaryList } from '#libs/ui';
import type { PageFrame } from '#libs/ui';
import type { CardTestView, CertificateView } from './card-test-view.js';
import { CARD_TEST } from './card-test.page.js';
import { cardTestTexts } from './card-test.texts.js';

export interface CardReportProps {
  readonly frame: PageFrame;
  readonly view: CardTestView;
  /** Of this request, for the service desk. */
  readonly reference: string;
}

interface Part {
  readonly frame: PageFrame;
  readonly view: CardTestView;
}

const PURPOSES = {
  authentication: 'purposeAuthentication',
  signature: 'purposeSignature',
  other: 'purposeOther',
} as const;

/** What came of the self-test, from what the person can do down to what helps whoever helps them. */
export function CardReportPage({ frame, view, reference }: CardReportProps) {
  const { language } = frame;
  const t = cardTestTexts.in(language);
  const part = { frame, view };
  return (
    <Page frame={frame} title={t('title')} problem={view.outcome.kind === 'refused'}>
      <h1>{t('title')}</h1>
      <Outcome {...part} />
      {view.outcome.kind === 'valid' && (
        <>
          <h2>{t('cardTitle')}</h2>
          <SummaryList
            items={[
              { label: t('name'), value: view.outcome.name },
              { label: t('number'), value: view.outcome.number },
            ]}
          />
        </>
      )}
      {view.certificate && <CertificatePart {...part} certificate={view.certificate} />}
      <h2>{t('printTitle')}</h2>
      <p>{t('print')}</p>
      <p class="soft small">{t('testedAt', { date: formatDateTime(view.testedAt, language) })}</p>
      <Reference language={language} value={reference} />
      <Form frame={frame} action={CARD_TEST}>
        <Buttons>
          <Button look="secondary">{t('again')}</Button>
        </Buttons>
      </Form>
    </Page>
  );
}

function Outcome({ frame: { language }, view: { outcome } }: Part) {
  const t = cardTestTexts.in(language);
  return outcome.kind === 'valid' ? (
    <Notice kind="success" title={t('okTitle')}>
      <p>{t('ok')}</p>
    </Notice>
  ) : (
    <Notice kind="problem" title={cardProblemTexts.in(language)(outcome.problem)}>
      <p>{cardAdviceTexts.in(language)(outcome.problem)}</p>
    </Notice>
  );
}

function CertificatePart({ certificate, ...part }: Part & { certificate: CertificateView }) {
  const { language } = part.frame;
  const t = cardTestTexts.in(language);
  return (
    <>
      <h2>{t('certificateTitle')}</h2>
      <SummaryList
        items={[
          { label: t('certificateName'), value: certificate.name },
          { label: t('issuer'), value: certificate.issuer },
          { label: t('validFrom'), value: formatDate(certificate.from, language) },
          { label: t('validUntil'), value: formatDate(certificate.until, language) },
          { label: t('purpose'), value: t(PURPOSES[certificate.purpose]) },
          { label: t('keyType'), value: certificate.key },
          { label: t('serialNumber'), value: <code>{certificate.serialNumber}</code> },
        ]}
      />
      <h2>{t('chainTitle')}</h2>
      <Authorities {...part} />
      <h2>{t('revocationTitle')}</h2>
      <p>{revocationText(part)}</p>
    </>
  );
}

function Authorities({ frame: { language }, view: { authorities } }: Part) {
  const t = cardTestTexts.in(language);
  if (authorities.length === 0) return <p>{t('chainNone')}</p>;
  return (
    <ol class="bullets">
      {authorities.map(({ name, until }) => (
        <li key={name}>{t('chainUntil', { name, date: formatDate(until, language) })}</li>
      ))}
    </ol>
  );
}

function revocationText({ frame: { language }, view: { revocation } }: Part): string {
  const t = cardTestTexts.in(language);
  switch (revocation?.kind) {
    case undefined:
      return t('notChecked');
    case 'good':
      return t(revocation.source === 'ocsp' ? 'good' : 'goodByList', {
        date: formatDateTime(revocation.asOf, language),
      });
    case 'revoked':
      return t('revoked', { date: formatDateTime(revocation.at, language) });
    case 'unknown':
    case 'unavailable':
      return t(revocation.kind);
  }
}

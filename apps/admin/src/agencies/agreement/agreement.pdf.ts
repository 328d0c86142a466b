import type { RegisteredAgency } from '#libs/agencies';
import { formatEnterpriseNumber, type Language } from '#libs/kernel';
import { PdfDocument } from '#libs/pdf';
import { formatDateTime } from '#libs/texts';
import { AGREEMENT_VERSION, agreementArticles, agreementHash } from './agreement.js';
import type { AgreementSignature } from './agreement.store.js';
import { agreementTexts } from './agreement.texts.js';

/** The agreement as a document to keep, with its signature in the language that was read. */
export function agreementPdf(
  agency: Pick<RegisteredAgency, 'number' | 'name'>,
  signature: AgreementSignature | undefined,
  otherwise: Language,
): Promise<Buffer> {
  const { version, language, articles, hash } = signature ?? unsigned(otherwise);
  const t = agreementTexts.in(language);
  const foot = t('version', { version });
  const pdf = new PdfDocument({ title: t('title'), language, author: 'CSAM', foot });
  pdf.pairs([[t('agency'), `${agency.name[language]} (${formatEnterpriseNumber(agency.number)})`]]);
  for (const { title, text } of articles) pdf.heading(title).paragraph(text);
  pdf.heading(t('signTitle')).pairs([[t('hash'), hash]]);
  if (signature !== undefined) {
    const { name, signedAt, classReference } = signature;
    const moment = formatDateTime(signedAt, language);
    pdf.paragraph(t('signedBy', { name, function: signature.function, moment }));
    pdf.pairs([[t('key'), classReference]]);
  }
  return pdf.finish();
}

/** The text that would be signed today. */
const unsigned = (language: Language) => ({
  version: AGREEMENT_VERSION,
  language,
  articles: agreementArticles(language),
  hash: agreementHash(language),
});

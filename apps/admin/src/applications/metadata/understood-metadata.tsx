import { X509Certificate } from 'node:crypto';
import type { Language } from '#libs/kernel';
import { parseServiceProviderMetadata, type ServiceProviderMetadata } from '#libs/saml';
import { formatDate } from '#libs/texts';
import { Notice, SummaryList } from '#libs/ui';
import { metadataTexts } from './metadata.texts.js';

/** What a document says, whenever it was valid; undefined when it cannot be read. */
export function understoodIn(document: string): ServiceProviderMetadata | undefined {
  if (document === '') return undefined;
  const parsed = parseServiceProviderMetadata(document, { now: new Date(0) });
  return parsed.kind === 'valid' ? parsed.value : undefined;
}

export interface UnderstoodMetadataProps {
  readonly language: Language;
  readonly metadata: ServiceProviderMetadata;
  /** Its address is followed from the moment it is saved. */
  readonly followed: boolean;
}

/** What was understood of SAML metadata, so that its owner sees it before it counts. */
export function UnderstoodMetadata({ language, metadata, followed }: UnderstoodMetadataProps) {
  const t = metadataTexts.in(language);
  const { validUntil } = metadata;
  const certificates = (list: readonly string[]) =>
    lines(list.map((certificate) => t('certificate', { end: formatDate(endOf(certificate), language) }))) ??
    t('none');
  return (
    <Notice kind="info" title={t('understood')}>
      <p>{t(followed ? 'followed' : 'asItIs')}</p>
      <SummaryList
        items={[
          { label: t('entityId'), value: metadata.entityId },
          {
            label: t('consumers'),
            value: lines(metadata.assertionConsumerServices.map(({ location }) => location)),
          },
          {
            label: t('logout'),
            value: lines(metadata.singleLogoutServices.map(({ location }) => location)) ?? t('none'),
          },
          { label: t('signing'), value: certificates(metadata.signingCertificates) },
          { label: t('encryption'), value: certificates(metadata.encryptionCertificates) },
          { label: t('requestsSigned'), value: t(metadata.authnRequestsSigned ? 'yes' : 'no') },
          { label: t('validUntil'), value: validUntil ? formatDate(validUntil, language) : t('noEnd') },
        ]}
      />
    </Notice>
  );
}

const endOf = (base64: string): Date => new Date(new X509Certificate(Buffer.from(base64, 'base64')).validTo);

function lines(texts: readonly string[]) {
  if (texts.length === 0) return undefined;
  return (
    <ul class="bullets">
      {[...new Set(texts)].map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

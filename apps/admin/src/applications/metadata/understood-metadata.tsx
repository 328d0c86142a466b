import type { Language } from '#libs/kernel';
import type { ServiceProviderMetadata } from '#libs/saml';
import { Notice, SummaryList } from '#libs/ui';
import { metadataLines } from './metadata-words.js';
import { metadataTexts } from './metadata.texts.js';

export interface UnderstoodMetadataProps {
  readonly language: Language;
  readonly metadata: ServiceProviderMetadata;
  /** Its address is followed from the moment it is saved. */
  readonly followed: boolean;
}

/** What was understood of SAML metadata, so that its owner sees it before it counts. */
export function UnderstoodMetadata({ language, metadata, followed }: UnderstoodMetadataProps) {
  const t = metadataTexts.in(language);
  return (
    <Notice kind="info" title={t('understood')}>
      <p>{t(followed ? 'followed' : 'asItIs')}</p>
      <SummaryList
        items={metadataLines(metadata, language).map(({ label, values }) => ({
          label,
          value: valueOf(values) ?? t('none'),
        }))}
      />
    </Notice>
  );
}

function valueOf(values: readonly string[]) {
  if (values.length < 2) return values[0];
  return (
    <ul class="bullets">
      {values.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

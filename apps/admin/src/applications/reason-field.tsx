import type { Language } from '#libs/kernel';
import { TextAreaField } from '#libs/ui';
import { servicesTexts } from './services.texts.js';

export interface ReasonFieldProps {
  readonly language: Language;
  readonly value: string;
  readonly wrong: boolean;
}

/** Why a service in use is changed, for the second person who decides. */
export function ReasonField({ language, value, wrong }: ReasonFieldProps) {
  const t = servicesTexts.in(language);
  return (
    <TextAreaField
      language={language}
      name="reason"
      label={t('whyChange')}
      hint={t('whyChangeHint')}
      rows={2}
      value={value}
      error={wrong ? t('reason') : undefined}
      prose
    />
  );
}

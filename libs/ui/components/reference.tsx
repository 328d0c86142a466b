import type { Language } from '#libs/kernel';
import { componentTexts } from './component.texts.js';

/** Appears only where the script runs; says aloud that it has copied. */
export function CopyButton({ language, value }: { language: Language; value: string }) {
  const t = componentTexts.in(language);
  return (
    <>
      <button type="button" hidden class="button button-quiet" data-copy={value} data-done={t('copied')}>
        {t('copy')}
      </button>
      <span role="status" class="small" />
    </>
  );
}

/** Something to be typed or pasted elsewhere exactly as it stands, such as a command. */
export function CopyText({ language, value }: { language: Language; value: string }) {
  return (
    <div class="copy-text">
      <code>{value}</code>
      <CopyButton language={language} value={value} />
    </div>
  );
}

/** The short code by which the help desk finds this request in the logs. */
export function Reference({ language, value }: { language: Language; value: string }) {
  return (
    <div class="reference">
      <p class="reference-label">{componentTexts.in(language)('reference')}</p>
      <p class="reference-value">{value}</p>
      <CopyButton language={language} value={value} />
    </div>
  );
}

import { CSRF_FIELD, type PageFrame } from '../frame.js';
import { componentTexts } from './component.texts.js';
import { Icon } from './icon.js';

/** Seconds before the end from which the page warns. */
const SOON = 120;

/** Rounded down, so that two pages of the same moment are alike. */
const wholeMinutes = (seconds: number): number => Math.floor((seconds - 1) / 60) * 60;

/**
 * Warns before the task closes and keeps it open on one press, without losing what was typed (WCAG 2.2.1). The script
 * makes it appear on an open page, and can keep it open; without it the page warns when it is opened late.
 */
export function TimeLimitWarning({ frame: { language, limit, csrf } }: { readonly frame: PageFrame }) {
  if (limit === undefined) return null;
  const t = componentTexts.in(language);
  return (
    <div
      hidden={limit.seconds > SOON}
      class="time-limit"
      data-limit={limit.seconds > SOON ? wholeMinutes(limit.seconds) : limit.seconds}
      data-before={SOON}
      data-action={limit.action}
      data-soon={t('closesSoon')}
      data-closed={t('closed')}
      data-done={t('openLonger')}
    >
      <Icon name="warning" />
      <div class="time-limit-body">
        <input type="hidden" name={CSRF_FIELD} value={csrf} />
        <p role="alert">{limit.seconds > SOON ? null : t('closesSoon')}</p>
        <button type="button" hidden class="button">
          {t('stayOpen')}
        </button>
      </div>
    </div>
  );
}

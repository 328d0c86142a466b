import { CSRF_FIELD, type PageFrame, type TimeLimit } from '../frame.js';
import { componentTexts } from './component.texts.js';
import { Icon } from './icon.js';

/** Seconds before the end from which the page warns. */
const SOON = 120;

/** Rounded down, so that two pages of the same moment are alike. */
const wholeMinutes = (seconds: number): number => Math.floor((seconds - 1) / 60) * 60;

const WORDS = {
  task: { soon: 'closesSoon', last: 'noLonger', closed: 'closed' },
  session: { soon: 'sessionSoon', last: 'sessionNoLonger', closed: 'sessionClosed' },
} as const;

/**
 * Warns before the task or the session closes and keeps it open on one press, without losing what was typed (WCAG
 * 2.2.1). The script makes it appear on an open page, and can keep it open; without it the page warns when it is
 * opened late, and says of a session from the start how long the page may stay open.
 */
export function TimeLimitWarning({ frame: { language, limit, csrf } }: { readonly frame: PageFrame }) {
  if (limit === undefined) return null;
  const t = componentTexts.in(language);
  const { soon, last, closed } = WORDS[limit.of ?? 'task'];
  return (
    <>
      <div
        hidden={limit.seconds > SOON}
        class="time-limit"
        data-limit={limit.seconds > SOON ? wholeMinutes(limit.seconds) : limit.seconds}
        data-before={SOON}
        data-action={limit.action}
        data-soon={t(soon)}
        data-last={t(last)}
        data-closed={t(closed)}
        data-done={t('openLonger')}
      >
        <Icon name="warning" />
        <div class="time-limit-body">
          <p role="alert">{limit.seconds > SOON ? null : t(soon)}</p>
          <button type="button" hidden class="button">
            {t('stayOpen')}
          </button>
          <input type="hidden" name={CSRF_FIELD} value={csrf} />
        </div>
      </div>
      <WithoutScript language={language} limit={limit} />
    </>
  );
}

/** Nobody warns on a page that is open already. */
function WithoutScript({ language, limit }: Pick<PageFrame, 'language'> & { readonly limit: TimeLimit }) {
  if (limit.of !== 'session' || limit.seconds <= SOON) return null;
  return (
    <noscript>
      <p class="time-limit-said small soft">
        {componentTexts.in(language)('sessionLasts', { minutes: wholeMinutes(limit.seconds) / 60 })}
      </p>
    </noscript>
  );
}

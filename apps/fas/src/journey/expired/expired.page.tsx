import { Page, PageMark, Reference, WayBack } from '#libs/ui';
import type { PageFrame, WayBackTo } from '#libs/ui';
import { expiredTexts } from './expired.texts.js';

export interface ExpiredProps {
  readonly frame: PageFrame;
  /** `other-browser`: the journey is bound to another browser than this one */
  readonly kind: 'expired' | 'other-browser' | 'finished';
  /** to the service the journey came from if it is still known, else to a neutral page */
  readonly wayBack: WayBackTo;
  readonly reference: string;
}

const WORDS = {
  expired: { title: 'expiredTitle', explanation: 'expired', action: 'startAgain', mark: 'warning' },
  'other-browser': { title: 'foreignTitle', explanation: 'foreign', action: 'startAgain', mark: 'problem' },
  finished: { title: 'finishedTitle', explanation: 'finished', action: 'goOn', mark: 'success' },
} as const;

/** A journey that cannot go on here. Says nothing about the person it belongs to. */
export function ExpiredPage({ frame, kind, wayBack, reference }: ExpiredProps) {
  const t = expiredTexts.in(frame.language);
  const words = WORDS[kind];
  return (
    <Page
      frame={frame}
      title={t(words.title)}
      problem={kind !== 'finished'}
      side={<Reference language={frame.language} value={reference} />}
    >
      <PageMark kind={words.mark} />
      <h1>{t(words.title)}</h1>
      <p class="lead">{t(words.explanation)}</p>
      <p>{t(words.action)}</p>
      <WayBack frame={frame} to={wayBack} />
    </Page>
  );
}

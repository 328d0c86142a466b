import type { Suspension } from '#libs/agencies';
import type { Language } from '#libs/kernel';
import { formatDateTime } from '#libs/texts';
import { Notice } from '#libs/ui';
import { standingTexts } from './standing.texts.js';

interface StoppedProps {
  readonly language: Language;
  readonly suspension: Suspension | undefined;
  readonly text: 'notice' | 'serviceNotice';
}

/** Since when nobody can sign in, and why. */
export function Stopped({ language, suspension, text }: StoppedProps) {
  if (suspension === undefined) return null;
  const { since, reason } = suspension;
  return (
    <Notice kind="problem">
      <p>{standingTexts.in(language)(text, { moment: formatDateTime(since, language), reason })}</p>
    </Notice>
  );
}

import type { Language } from '#libs/kernel';
import { formatDate } from '#libs/texts';
import { Notice } from '#libs/ui';
import { restorableUntil } from './dossier/restoring.js';
import type { ServiceAction } from './service-actions.js';
import { servicePageTexts } from './service-page.texts.js';

export interface EndedProps {
  readonly language: Language;
  readonly endedAt: Date | undefined;
  readonly actions: readonly ServiceAction[];
}

/** Until when a service comes back, for whoever may bring it back. */
export function Ended({ language, endedAt, actions }: EndedProps) {
  if (endedAt === undefined || !actions.includes('restore')) return null;
  const [ended, until] = [endedAt, restorableUntil(endedAt)].map((moment) => formatDate(moment, language));
  return (
    <Notice kind="warning">
      <p>{servicePageTexts.in(language)('endedUntil', { ended: ended ?? '', until: until ?? '' })}</p>
    </Notice>
  );
}

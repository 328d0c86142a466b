import type { Language } from '#libs/kernel';
import { formatDateTime } from '#libs/texts';
import { Buttons, LinkButton, Notice } from '#libs/ui';
import { ChangedLines } from '../../approvals/lines/changed-lines.js';
import type { WaitingChange } from './waiting-changes.js';
import { waitingChangesTexts } from './waiting-changes.texts.js';

export interface WaitingChangesProps {
  readonly language: Language;
  readonly service: string;
  readonly waiting: readonly WaitingChange[];
  /** May take back what waits. */
  readonly manages: boolean;
}

/** What waits about a service: what, since when, who decides, and the way to take it back. */
export function WaitingChanges({ language, service, waiting, manages }: WaitingChangesProps) {
  const t = waitingChangesTexts.in(language);
  return (
    <>
      {waiting.map(({ id, title, reason, requestedAt, expiresAt, own, lines, withdrawable }) => (
        <section key={id} class="flow" data-waiting={id}>
          <Notice kind="warning">
            <p>
              {t('waits', {
                title,
                moment: formatDateTime(requestedAt, language),
                who: t(own ? 'byYou' : 'byOther'),
              })}
            </p>
            <p>{t('why', { reason })}</p>
            <p>{t('until', { moment: formatDateTime(expiresAt, language) })}</p>
          </Notice>
          {withdrawable && lines.length > 0 && (
            <ChangedLines language={language} caption={t('changes')} lines={lines} />
          )}
          {withdrawable && manages && (
            <Buttons>
              <LinkButton href={`/services/${service}/changes/${id}/withdraw`} look="secondary">
                {t('withdraw')}
              </LinkButton>
            </Buttons>
          )}
        </section>
      ))}
    </>
  );
}

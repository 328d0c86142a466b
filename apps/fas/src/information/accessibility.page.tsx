import { formatDate } from '#libs/texts';
import { Buttons, LinkButton, Page } from '#libs/ui';
import type { PageFrame } from '#libs/ui';
import { accessibilityTexts } from './accessibility.texts.js';
import { SERVICE_DESK } from './service-desk.js';

/** Renew it with each review of the statement: at least once a year (Decision (EU) 2018/1523, annex, section 1). */
const PREPARED = new Date('2026-11-22T12:00:00Z');

export interface AccessibilityProps {
  readonly frame: PageFrame;
  /** where the pages are that the statement is about */
  readonly address: string;
  /** how long a sign-in stays open */
  readonly journeyMinutes: number;
}

/** The accessibility statement (Directive (EU) 2016/2102, article 7). */
export function AccessibilityPage({ frame, address, journeyMinutes }: AccessibilityProps) {
  const { language, links } = frame;
  const t = accessibilityTexts.in(language);
  return (
    <Page frame={frame} title={t('title')}>
      <h1>{t('title')}</h1>
      <p class="lead">{t('lead')}</p>
      <p>{t('scope', { address })}</p>
      <h2>{t('statusTitle')}</h2>
      <p>{t('status')}</p>
      <h2>{t('gapsTitle')}</h2>
      <ul class="bullets">
        <li>{t('gapTime', { minutes: journeyMinutes })}</li>
        <li>{t('gapKeys')}</li>
        <li>{t('gapHuman')}</li>
      </ul>
      <h2>{t('preparedTitle')}</h2>
      <p>{t('prepared', { date: formatDate(PREPARED, language) })}</p>
      <h2>{t('feedbackTitle')}</h2>
      <p>{t('feedback', { mail: SERVICE_DESK.mail })}</p>
      <Buttons>
        <LinkButton href={links.contact}>{t('feedbackLink')}</LinkButton>
      </Buttons>
      <h2>{t('enforcementTitle')}</h2>
      <p>{t('enforcement')}</p>
    </Page>
  );
}

import { Buttons, LinkButton, Page, SummaryList } from '#libs/ui';
import type { PageFrame } from '#libs/ui';
import { privacyTexts } from './privacy.texts.js';
import { RETENTION } from './retention.js';
import { SERVICE_DESK } from './service-desk.js';
import type { SignInTimes } from './information-facts.js';

export interface PrivacyProps {
  readonly frame: PageFrame;
  /** My digital keys */
  readonly keysHref: string;
  readonly times: SignInTimes;
}

/** Who uses which data, why, for how long (GDPR, articles 13 and 14). */
export function PrivacyPage(props: PrivacyProps) {
  const { frame, keysHref } = props;
  const t = privacyTexts.in(frame.language);
  return (
    <Page frame={frame} title={t('title')}>
      <h1>{t('title')}</h1>
      <p class="lead">{t('lead')}</p>
      <h2>{t('controllerTitle')}</h2>
      <p>{t('controller')}</p>
      <h2>{t('basisTitle')}</h2>
      <p>{t('basis')}</p>
      <h2>{t('purposeTitle')}</h2>
      <ul class="bullets">
        <li>{t('purposeProve')}</li>
        <li>{t('purposePass')}</li>
        <li>{t('purposeProtect')}</li>
      </ul>
      <h2>{t('keptTitle')}</h2>
      <Kept {...props} />
      <p>{t('cookies')}</p>
      <h2>{t('rightsTitle')}</h2>
      <p>{t('rights')}</p>
      <p>{t('complaint', { mail: SERVICE_DESK.mail })}</p>
      <Buttons>
        <LinkButton href={keysHref}>{t('rightsLink')}</LinkButton>
      </Buttons>
    </Page>
  );
}

function Kept({ frame: { language }, times }: PrivacyProps) {
  const t = privacyTexts.in(language);
  return (
    <SummaryList
      items={[
        { label: t('minutes', { count: times.journeyMinutes }), value: t('journey') },
        { label: t('idle', { minutes: times.idleMinutes, hours: times.absoluteHours }), value: t('session') },
        { label: t('days', { count: RETENTION.messageDays }), value: t('messages') },
        { label: t('oneYear'), value: t('browser') },
        { label: t('whileUsed'), value: t('profile') },
        { label: t('years', { count: RETENTION.recordYears }), value: t('record') },
      ]}
    />
  );
}

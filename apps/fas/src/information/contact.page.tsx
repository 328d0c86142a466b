import { Buttons, LinkButton, Page, SummaryList } from '#libs/ui';
import type { PageFrame } from '#libs/ui';
import { contactTexts } from './contact.texts.js';
import { SERVICE_DESK } from './service-desk.js';

/** The agency helps its users first; the service desk is the second line. */
export function ContactPage({ frame }: { frame: PageFrame }) {
  const t = contactTexts.in(frame.language);
  const { mail, opens, closes } = SERVICE_DESK;
  return (
    <Page frame={frame} title={t('title')} side={<Have frame={frame} />}>
      <h1>{t('title')}</h1>
      <p class="lead">{t('lead')}</p>
      <Buttons>
        <LinkButton href={frame.links.help}>{t('helpLink')}</LinkButton>
      </Buttons>
      <h2>{t('citizenTitle')}</h2>
      <p>{t('citizen')}</p>
      <h2>{t('agencyTitle')}</h2>
      <p>{t('agency')}</p>
      <SummaryList
        items={[
          { label: t('mail'), value: <a href={`mailto:${mail}`}>{mail}</a> },
          { label: t('hours'), value: t('hoursValue', { opens, closes }) },
        ]}
      />
    </Page>
  );
}

function Have({ frame: { language } }: { frame: PageFrame }) {
  const t = contactTexts.in(language);
  return (
    <section class="card flow small">
      <h2>{t('haveTitle')}</h2>
      <ul class="bullets">
        <li>{t('haveReference')}</li>
        <li>{t('haveTime')}</li>
      </ul>
      <p>{t('never')}</p>
    </section>
  );
}

import type { Language } from '#libs/kernel';
import { formatDateTime } from '#libs/texts';
import { Page, SummaryList, type PageFrame } from '#libs/ui';
import { attributeList } from '../frame/attribute-list.js';
import { OwnPages } from '../frame/own-pages.js';
import type { ToldConsultation } from './history.service.js';
import { registersTexts } from './registers.texts.js';

export interface RegistersProps {
  readonly frame: PageFrame;
  readonly consultations: readonly ToldConsultation[];
}

/** Which service asked what about me in a register, why it might, and what it got. */
export function RegistersPage({ frame, consultations }: RegistersProps) {
  const { language } = frame;
  const t = registersTexts.in(language);
  return (
    <Page above={<OwnPages frame={frame} current="history" />} frame={frame} title={t('title')}>
      <p>
        <a class="standalone" href="/history">
          {t('back')}
        </a>
      </p>
      <h1>{t('title')}</h1>
      <p class="lead">{consultations.length === 0 ? t('nothing') : t('lead')}</p>
      {consultations.length > 0 && (
        <SummaryList
          items={consultations.map((consultation) => ({
            label: (
              <time dateTime={consultation.at.toISOString()}>
                {formatDateTime(consultation.at, language)}
              </time>
            ),
            value: <Consultation language={language} consultation={consultation} />,
          }))}
        />
      )}
    </Page>
  );
}

export function Consultation({
  language,
  consultation,
}: {
  readonly language: Language;
  readonly consultation: ToldConsultation;
}) {
  const t = registersTexts.in(language);
  const { service, agency, ground, given, refused } = consultation;
  return (
    <div data-consultation>
      <p>
        <b>{service === undefined ? agency : service.application[language]}</b>
        {service && `, ${service.agency[language]}`}
      </p>
      {given.length > 0 && <p>{t('given', { attributes: attributeList(given, language) })}</p>}
      {refused.length > 0 && <p>{t('refused', { attributes: attributeList(refused, language) })}</p>}
      <p class="origin">{ground === undefined ? t('why') : t('whyGround', { ground })}</p>
    </div>
  );
}

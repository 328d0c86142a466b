import type { Language } from '#libs/kernel';
import { formatDate } from '#libs/texts';
import { LinkButton, Notice, type PageFrame } from '#libs/ui';
import { AdminPage } from '../frame/admin-page.js';
import type { StaffView } from '../frame/staff-view.js';
import { paperTexts } from './paper.texts.js';

export interface PaperProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly office: string;
  readonly code: string;
  /** Of the person, who takes the paper home. */
  readonly language: Language;
  readonly until: Date;
}

/** Where help is, in the language of who takes the paper home. */
const helpFor = (address: string, language: Language): string =>
  address.replace(/\blang=\w+/, `lang=${language}`);

/** The paper with the code: shown once, and made to be printed. */
export function PaperPage({ frame, staff, office, code, language, until }: PaperProps) {
  const t = paperTexts.in(frame.language);
  const say = paperTexts.in(language);
  return (
    <AdminPage frame={frame} staff={staff} section="registration" title={t('title')}>
      <div class="screen-only">
        <Notice kind="success">
          <p>{t('officer')}</p>
          <p>{t('print')}</p>
        </Notice>
      </div>
      <div lang={language} class="flow">
        <h1>{say('title')}</h1>
        <p>{say('code')}</p>
        <p class="paper-code" data-paper-code>
          {code}
        </p>
        <h2>{say('steps')}</h2>
        <ol class="bullets">
          <li>{say('step1')}</li>
          <li>{say('step2', { until: formatDate(until, language) })}</li>
          <li>{say('step3')}</li>
        </ol>
        <p>
          {say('help')} <span class="whole">{helpFor(frame.links.help, language)}</span>
        </p>
      </div>
      <div class="screen-only">
        <LinkButton href={`/registration/offices/${office}`} look="secondary">
          {t('done')}
        </LinkButton>
      </div>
    </AdminPage>
  );
}

import { formatDateTime, formatList } from '#libs/texts';
import { Button, Buttons, Form, keyName, Page, type PageFrame } from '#libs/ui';
import { OwnPages, SignOut } from '../frame/own-pages.js';
import type { OwnSession } from './sessions.service.js';
import { OriginWords } from '../history/origin/origin.parts.js';
import { sessionsTexts } from './sessions.texts.js';

export interface SessionsProps {
  readonly frame: PageFrame;
  readonly name: string | undefined;
  readonly sessions: readonly OwnSession[];
}

/** Browsers in which the person is signed in, with a way out of each and of all. */
export function SessionsPage({ frame, name, sessions }: SessionsProps) {
  const t = sessionsTexts.in(frame.language);
  return (
    <Page
      above={<OwnPages frame={frame} current="sessions" />}
      frame={frame}
      title={t('title')}
      side={<SignOut frame={frame} name={name} />}
    >
      <h1>{t('title')}</h1>
      <p class="lead">{t('lead')}</p>
      {sessions.length === 0 && <p>{t('none')}</p>}
      {sessions.map((session) => (
        <Session key={session.id} frame={frame} session={session} />
      ))}
      <h2>{t('everywhere')}</h2>
      <p>{t('everywhereAbout')}</p>
      <Form frame={frame} action="/sessions/end-all">
        <Buttons>
          <Button>{t('everywhere')}</Button>
        </Buttons>
      </Form>
    </Page>
  );
}

function Session({ frame, session }: { readonly frame: PageFrame; readonly session: OwnSession }) {
  const { language } = frame;
  const t = sessionsTexts.in(language);
  const started = formatDateTime(session.startedAt, language);
  const keys = session.keys.map((key) => keyName(key, language));
  const services = session.services.map((service) => service[language]);
  return (
    <section class="card flow" data-session={session.isThisOne ? 'this' : 'other'}>
      <h2>{session.isThisOne ? t('thisBrowser') : t('otherBrowser')}</h2>
      <p>{t('started', { moment: started })}</p>
      {keys.length > 0 && <p>{t('keys', { keys: formatList(keys, language) })}</p>}
      {services.length > 0 && <p>{t('services', { services: formatList(services, language) })}</p>}
      <OriginWords language={language} origin={session.origin} />
      <p class="soft small">{t('lastUsed', { moment: formatDateTime(session.lastUsedAt, language) })}</p>
      <Form frame={frame} action="/sessions/end" fields={{ session: session.id }}>
        <Button look="secondary">
          {session.isThisOne ? t('end') : t('endOther')}
          <span class="visually-hidden"> {t('started', { moment: started })}</span>
        </Button>
      </Form>
    </section>
  );
}

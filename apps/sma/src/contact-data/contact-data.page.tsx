import { LANGUAGES } from '#libs/kernel';
import type { OwnContact } from '#libs/people';
import { formatDateTime } from '#libs/texts';
import {
  Button,
  Buttons,
  Form,
  LANGUAGE_NAMES,
  LinkButton,
  Notice,
  Page,
  SummaryList,
  type PageFrame,
} from '#libs/ui';
import { OwnPages } from '../frame/own-pages.js';
import type { ContactData } from './contact-data.service.js';
import { contactTexts } from './contact-data.texts.js';
import { showNumber } from './show-number.js';

export type ContactDone = 'confirmed' | 'removed' | 'primary' | 'language';

export interface ContactDataProps extends ContactData {
  readonly frame: PageFrame;
  readonly done?: ContactDone | undefined;
}

/** Mail addresses, telephone numbers and language. */
export function ContactDataPage({ frame, contacts, pending, language, done }: ContactDataProps) {
  const t = contactTexts.in(frame.language);
  return (
    <Page above={<OwnPages frame={frame} current="contact" />} frame={frame} title={t('title')}>
      <h1>{t('title')}</h1>
      <p class="lead">{t('lead')}</p>
      {done && (
        <Notice kind="success">
          <p>{t(`done-${done}`)}</p>
        </Notice>
      )}
      {(['mail', 'phone'] as const).map((kind) => (
        <section key={kind} class="flow" aria-labelledby={`contacts-${kind}`}>
          <h2 id={`contacts-${kind}`}>{t(`title-${kind}`)}</h2>
          <Contacts frame={frame} contacts={contacts.filter((one) => one.kind === kind)} />
          {pending.some((one) => one.kind === kind) && (
            <Notice>
              <p>
                <a href={`/contact/confirm/${kind}`}>{t(`pending-${kind}`)}</a>
              </p>
            </Notice>
          )}
          <Buttons>
            <LinkButton href={`/contact/add/${kind}`} look="secondary">
              {t(`add-${kind}`)}
            </LinkButton>
          </Buttons>
        </section>
      ))}
      <h2>{t('language')}</h2>
      <p>{t('languageWhy')}</p>
      <Form frame={frame} action="/contact/language">
        <Buttons>
          {LANGUAGES.map((one) => (
            <Button key={one} look={one === language ? 'primary' : 'secondary'} name="language" value={one}>
              <span lang={one}>{LANGUAGE_NAMES[one]}</span>
              {one === language && <span class="visually-hidden"> {t('languageNow')}</span>}
            </Button>
          ))}
        </Buttons>
      </Form>
    </Page>
  );
}

function Contacts({
  frame,
  contacts,
}: {
  readonly frame: PageFrame;
  readonly contacts: readonly OwnContact[];
}) {
  const t = contactTexts.in(frame.language);
  if (contacts.length === 0) return <p>{t('none')}</p>;
  return (
    <SummaryList
      wideNames
      items={contacts.map((contact) => ({
        label: <span class="digits">{showNumber(contact.value)}</span>,
        value: <Ways frame={frame} contact={contact} />,
      }))}
    />
  );
}

function Ways({ frame, contact }: { readonly frame: PageFrame; readonly contact: OwnContact }) {
  const t = contactTexts.in(frame.language);
  const { id, value, primary, usableFrom } = contact;
  const rests = usableFrom > new Date();
  return (
    <div class="flow">
      {primary && <span class="tag tag-plain">{t('primary')}</span>}
      {rests && <p class="small">{t('rests', { moment: formatDateTime(usableFrom, frame.language) })}</p>}
      <Buttons>
        {!primary && (
          <Form frame={frame} action={`/contact/${id}/primary`}>
            <Button look="quiet">
              {t('makePrimary')}
              <span class="visually-hidden"> {value}</span>
            </Button>
          </Form>
        )}
        <LinkButton href={`/contact/${id}/remove`} look="quiet">
          {t('remove')}
          <span class="visually-hidden"> {value}</span>
        </LinkButton>
      </Buttons>
    </div>
  );
}

import type { AcceptedAgreement } from '#libs/people';
import { AGREEMENT_VERSION } from '#libs/people';
import { formatDate } from '#libs/texts';
import { Button, Buttons, Form, LinkButton, Notice, Page, type PageFrame } from '#libs/ui';
import { agreementTexts } from './agreement.texts.js';

export interface AgreementProps {
  readonly frame: PageFrame;
  /** The newest version that the person accepted. */
  readonly accepted: AcceptedAgreement | undefined;
  /** Kind of key that the person wants to set up afterwards. */
  readonly wanted?: string | undefined;
}

const ARTICLES = ['personal', 'true', 'report', 'weRecord', 'weTell', 'stop'] as const;

/** The user agreement in force. */
export function AgreementPage({ frame, accepted, wanted }: AgreementProps) {
  const { language } = frame;
  const t = agreementTexts.in(language);
  const current = accepted?.version === AGREEMENT_VERSION;
  return (
    <Page frame={frame} title={t('title')}>
      <h1>{t('title')}</h1>
      <p class="soft small">{t('version', { version: AGREEMENT_VERSION })}</p>
      {accepted && !current && (
        <Notice title={t('newTitle')}>
          <p>{t('new', { version: accepted.version, date: formatDate(accepted.acceptedAt, language) })}</p>
        </Notice>
      )}
      <ul class="bullets">
        {ARTICLES.map((article) => (
          <li key={article}>{t(article)}</li>
        ))}
      </ul>
      {current ? (
        <>
          <Notice kind="success">
            <p>{t('acceptedOn', { date: formatDate(accepted.acceptedAt, language) })}</p>
          </Notice>
          <Buttons>
            <LinkButton href="/overview/">{t('back')}</LinkButton>
          </Buttons>
        </>
      ) : (
        <Form frame={frame} action={wanted === undefined ? '/agreement' : `/agreement?for=${wanted}`}>
          <Buttons>
            <Button>{t('accept')}</Button>
            <LinkButton href="/overview/" look="quiet">
              {t('notNow')}
            </LinkButton>
          </Buttons>
        </Form>
      )}
    </Page>
  );
}

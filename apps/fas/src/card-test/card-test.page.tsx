import { Fragment } from 'preact';
import { Button, Buttons, Form, Page, SummaryList } from '#libs/ui';
import type { PageFrame } from '#libs/ui';
import { cardTestTexts } from './card-test.texts.js';

/** Address of the self-test; forms post to it. */
export const CARD_TEST = '/tma/';

/** What browsers show when the handshake does not get as far as us. */
const BROWSER_MESSAGES = [
  {
    messages: ['ERR_SSL_CLIENT_AUTH_SIGNATURE_FAILED', 'SSL_ERROR_HANDSHAKE_FAILURE_ALERT'],
    advice: 'adviceHandshake',
  },
  {
    messages: ['ERR_SSL_CLIENT_AUTH_PRIVATE_KEY_ACCESS_DENIED', 'SEC_ERROR_PKCS11_DEVICE_ERROR'],
    advice: 'adviceDevice',
  },
  { messages: ['ERR_SSL_VERSION_OR_CIPHER_MISMATCH', 'SSL_ERROR_NO_CYPHER_OVERLAP'], advice: 'adviceOld' },
  { messages: ['ERR_CONNECTION_RESET', 'SSL_ERROR_UNKNOWN_CA_ALERT'], advice: 'adviceUnreachable' },
] as const;

/** Explains the self-test and starts it. */
export function CardTestPage({ frame }: { frame: PageFrame }) {
  const t = cardTestTexts.in(frame.language);
  return (
    <Page frame={frame} title={t('title')}>
      <h1>{t('title')}</h1>
      <p class="lead">{t('lead')}</p>
      <ol class="bullets">
        <li>{t('stepReader')}</li>
        <li>{t('stepRead')}</li>
      </ol>
      <Form frame={frame} action={CARD_TEST}>
        <Buttons>
          <Button>{t('start')}</Button>
        </Buttons>
      </Form>
      <h2>{t('errorsTitle')}</h2>
      <p>{t('errorsLead')}</p>
      <SummaryList
        items={[
          { label: t('messageNothing'), value: t('adviceNothing') },
          ...BROWSER_MESSAGES.map(({ messages, advice }) => ({
            label: <Messages of={messages} />,
            value: t(advice),
          })),
        ]}
      />
    </Page>
  );
}

/** Long names, which may break at their underscores. */
function Messages({ of }: { of: readonly string[] }) {
  return (
    <>
      {of.map((message) => (
        <div key={message}>
          <code class="small">
            {message.split('_').map((word, index) => (
              <Fragment key={index}>
                {index > 0 && '_'}
                <wbr />
                {word}
              </Fragment>
            ))}
          </code>
        </div>
      ))}
    </>
  );
}

import { Button, Buttons, DataTable, Form, Page } from '#libs/ui';
import type { PageFrame } from '#libs/ui';
import { cardTestTexts } from './card-test.texts.js';

/** Address of the self-test; forms post to it. */
export const CARD_TEST = '/tma/';

/** What browsers show when the handshake does not get as far as us. */
const BROWSER_MESSAGES = [
  ['ERR_SSL_CLIENT_AUTH_SIGNATURE_FAILED, ssl_error_handshake_failure_alert', 'adviceHandshake'],
  ['sec_error_pkcs11_device_error, ERR_SSL_CLIENT_AUTH_PRIVATE_KEY_ACCESS_DENIED', 'adviceDevice'],
  ['ssl_error_no_cypher_overlap, ERR_SSL_VERSION_OR_CIPHER_MISMATCH', 'adviceOld'],
  ['ssl_error_unknown_ca_alert, ERR_CONNECTION_RESET', 'adviceUnreachable'],
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
      <DataTable
        caption={t('errorsCaption')}
        columns={[{ heading: t('errorColumn') }, { heading: t('adviceColumn') }]}
        rows={[
          [t('messageNothing'), t('adviceNothing')],
          ...BROWSER_MESSAGES.map(([message, advice]) => [<code>{message}</code>, t(advice)]),
        ]}
      />
    </Page>
  );
}

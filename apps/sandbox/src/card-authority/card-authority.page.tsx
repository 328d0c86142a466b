import { Button, DataTable } from '#libs/ui';
import { P12_PASSWORD, type RegisteredCard } from '#libs/testing';
import { SandboxPage } from '../shell/sandbox-page.js';

export function CardAuthorityPage({ cards }: { cards: readonly RegisteredCard[] }) {
  return (
    <SandboxPage title="Cards and certificates">
      <h1>Cards and certificates</h1>
      <p class="lead">
        No card reader here: import a <code>.p12</code> file into your browser instead (password{' '}
        <code>{P12_PASSWORD}</code>), and it behaves like a card in the reader. Certificates of the authority{' '}
        <code>commercial</code> are the key “personal certificate”.
      </p>
      <DataTable
        caption="Cards of the sandbox"
        columns={[
          { heading: 'Card' },
          { heading: 'Authority' },
          { heading: 'What is special' },
          { heading: 'Files' },
          { heading: 'Revoked' },
        ]}
        rows={cards.map((card) => [
          <a href={`/people/${card.person}`}>{card.name}</a>,
          card.authority,
          card.meaning,
          <>
            <a href={`/cards/${card.name}.p12`}>p12</a> <a href={`/cards/${card.name}.pem`}>pem</a>
          </>,
          <RevocationSwitch card={card} />,
        ])}
      />
      <p class="soft small">
        For programs: <a href="/cards.json">/cards.json</a>; <code>POST /cards</code> with{' '}
        <code>{'{"name":"fabrice-fantome","revoked":true}'}</code>. Trusted by CSAM:{' '}
        <a href="/cards/trust/roots.pem">roots.pem</a>, <a href="/cards/trust/issuers.pem">issuers.pem</a>,{' '}
        <a href="/cards/trust/commercial.pem">commercial.pem</a>. OCSP and lists: <code>/pki/ocsp/…</code>,{' '}
        <code>/pki/crl/….crl</code>.
      </p>
    </SandboxPage>
  );
}

function RevocationSwitch({ card: { name, revokedAt } }: { card: RegisteredCard }) {
  return (
    <form method="post" action="/cards">
      <input type="hidden" name="name" value={name} />
      <Button look="quiet" name="revoked" value={revokedAt === undefined ? 'true' : 'false'}>
        {revokedAt === undefined ? 'Revoke' : 'Revoked: take back'}
      </Button>
    </form>
  );
}

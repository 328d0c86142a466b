import type { ComponentChildren } from 'preact';
import { findCurrentRequest } from '#libs/http';
import { assetPaths } from '#libs/ui';

export interface SandboxPageProps {
  readonly title: string;
  /** Words beside the mark: `Sandbox`, or the name of the service that a relying party pretends to be. */
  readonly party?: string;
  readonly children: ComponentChildren;
}

const SECTIONS = [
  { href: '/people', name: 'People' },
  { href: '/mail', name: 'Mail' },
  { href: '/sms', name: 'SMS' },
  { href: '/national-register', name: 'Rijksregister' },
  { href: '/bis-register', name: 'BIS register' },
  { href: '/enterprise-register', name: 'Enterprises' },
  { href: '/cards', name: 'Cards' },
  { href: '/itsme', name: 'itsme' },
  { href: '/eidas-node', name: 'European node' },
  { href: '/faults', name: 'Faults' },
  { href: '/rp/oidc/', name: 'OpenID Connect service' },
  { href: '/rp/saml/', name: 'SAML service' },
] as const;

/** Shell of every sandbox page. It is for those who build and test, so it is in English only. */
export function SandboxPage({ title, party = 'Sandbox', children }: SandboxPageProps) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – ${party}`}</title>
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <link rel="stylesheet" href={assetPaths.stylesheet} />
        <link rel="icon" type="image/svg+xml" href={assetPaths.favicon} />
        <script defer nonce={findCurrentRequest()?.nonce} src={assetPaths.script} />
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to content
        </a>
        <header class="masthead">
          <div class="container masthead-row">
            <a class="wordmark" href="/">
              <span class="wordmark-name">{party}</span> <span class="environment">Invented world</span>
            </a>
          </div>
        </header>
        <main id="main" class="main" tabIndex={-1}>
          <div class="container flow">{children}</div>
        </main>
        <footer class="footer">
          <nav class="container footer-row" aria-label="Sandbox">
            <ul class="footer-links">
              {SECTIONS.map(({ href, name }) => (
                <li key={href}>
                  <a href={href}>{name}</a>
                </li>
              ))}
            </ul>
          </nav>
        </footer>
      </body>
    </html>
  );
}

import type { ComponentChildren } from 'preact';
import { LinkButton } from '#libs/ui';
import { SandboxPage } from '../shell/sandbox-page.js';

export function HomePage({ smtpPort, smppPort }: { smtpPort: number; smppPort: number }) {
  return (
    <SandboxPage title="The world around CSAM">
      <h1>The world around CSAM</h1>
      <p class="lead">
        Everything that CSAM talks to, played by one program over the real protocols. The people are invented,
        nothing leaves this machine.
      </p>
      <h2>Sign in to a service</h2>
      <p>Two services that trust CSAM. Choose how strong the key must be and what they want to know.</p>
      <div class="buttons">
        <LinkButton href="/rp/oidc/">Permit counter (OpenID Connect)</LinkButton>
        <LinkButton href="/rp/saml/" look="secondary">
          Library (SAML 2.0)
        </LinkButton>
      </div>
      <Section href="/people" title="People">
        Who lives here, with their passwords, codes and what is special about each.
      </Section>
      <Section href="/mail" title="Mail">
        Every mail that CSAM sends arrives here over SMTP, port {smtpPort}.
      </Section>
      <Section href="/sms" title="SMS">
        Every SMS arrives here over SMPP 3.4, port {smppPort}, with delivery receipts.
      </Section>
      <Section href="/national-register" title="Rijksregister">
        GetPerson over SOAP with WS-Security, and the record of who asked about whom.
      </Section>
      <Section href="/bis-register" title="BIS register">
        PersonService of the KSZ, and a switch that gives somebody a national number.
      </Section>
      <Section href="/enterprise-register" title="Enterprises">
        Who holds which function or role in which enterprise, and the open data of the KBO to import.
      </Section>
      <Section href="/cards" title="Cards and certificates">
        Cards to put into a browser, their authorities, and which of them were revoked.
      </Section>
      <Section href="/itsme" title="itsme">
        The phones on which people confirm or refuse.
      </Section>
      <Section href="/eidas-node" title="European node">
        People with a means of another country, over SAML 2.0.
      </Section>
      <Section href="/faults" title="Faults">
        Make the mail server, the SMS centre or the register slow, wrong or silent.
      </Section>
      <Section href="/gallery" title="Gallery">
        Every page of the sign-in service in every state.
      </Section>
    </SandboxPage>
  );
}

function Section({ href, title, children }: { href: string; title: string; children: ComponentChildren }) {
  return (
    <section>
      <h2>
        <a href={href}>{title}</a>
      </h2>
      <p>{children}</p>
    </section>
  );
}

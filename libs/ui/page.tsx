import type { ComponentChildren } from 'preact';
import { LANGUAGES } from '#libs/kernel';
import type { Language } from '#libs/kernel';
import { assetPaths } from './assets/assets.js';
import { Icon } from './components/icon.js';
import { colours } from './tokens.js';
import { TimeLimitWarning } from './components/time-limit.js';
import { ServiceHeader } from './components/service-header.js';
import type { PageFrame, ServiceParty } from './frame.js';
import { pageTexts } from './page.texts.js';

export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  nl: 'Nederlands',
  fr: 'Français',
  de: 'Deutsch',
  en: 'English',
};

export interface PageProps {
  readonly frame: PageFrame;
  /** the page's own part of the title; the h1 of the content usually says the same */
  readonly title: string;
  /** the page asks for a correction or reports a failure: its title then starts with `Error:` */
  readonly problem?: boolean;
  /** where the person is going, inside a journey: above the task, on wide screens beside it */
  readonly service?: ServiceParty;
  /** a page of lists and tables: uses the whole width */
  readonly wide?: boolean;
  /** above the content, inside the page's width: the navigation of somebody who is signed in */
  readonly above?: ComponentChildren;
  /** explanations: beside the task on wide screens, below it on narrow ones */
  readonly side?: ComponentChildren;
  /** the page carries what is made only once: asking for it in another language would not bring it again */
  readonly once?: boolean;
  /** address of a feed with the same news, which readers of feeds find by it */
  readonly feed?: string;
  /** at the very end of the body, for the rare page that brings its own script */
  readonly end?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The shell of every page: one main region, language switch, help always in the same place. */
export function Page({ frame, title, problem = false, once = false, feed, end, ...content }: PageProps) {
  const t = pageTexts.in(frame.language);
  const wholeTitle = problem ? t('problemTitle', { title }) : title;
  return (
    <html lang={frame.language}>
      <Head title={`${wholeTitle} – CSAM ${frame.serviceName}`} nonce={frame.nonce} feed={feed} />
      <body>
        <a class="skip" href="#main">
          {t('skip')}
        </a>
        <Masthead frame={frame} once={once} />
        <main id="main" class="main" tabIndex={-1}>
          <TimeLimitWarning frame={frame} />
          <Content language={frame.language} {...content} />
        </main>
        <Footer frame={frame} />
        {end}
      </body>
    </html>
  );
}

type ContentProps = Pick<PageProps, 'service' | 'side' | 'above' | 'wide' | 'children'> &
  Pick<PageFrame, 'language'>;

function Content({ language, service, side, above, wide = false, children }: ContentProps) {
  return (
    <>
      {above && <div class="container above">{above}</div>}
      <div class={service || side ? 'container layout layout-wide' : 'container layout'}>
        {service && <ServiceHeader language={language} service={service} />}
        <div class={wide ? 'layout-task layout-full flow' : 'layout-task flow'}>{children}</div>
        {side && <div class="layout-side">{side}</div>}
      </div>
    </>
  );
}

function Head({ title, nonce, feed }: { title: string; nonce?: string; feed?: string }) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" media="(prefers-color-scheme: light)" content={colours.light.surface} />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content={colours.dark.surface} />
      <meta name="robots" content="noindex" />
      <link rel="preload" as="font" type="font/woff2" href={assetPaths.font} crossorigin="anonymous" />
      <link rel="stylesheet" href={assetPaths.stylesheet} />
      <link rel="icon" type="image/svg+xml" href={assetPaths.favicon} />
      {feed && <link rel="alternate" type="application/atom+xml" href={feed} />}
      {nonce && <script defer nonce={nonce} src={assetPaths.script} />}
    </head>
  );
}

function Masthead({ frame, once }: { frame: PageFrame; once: boolean }) {
  return (
    <header class="masthead">
      <div class="container masthead-row">
        <Wordmark frame={frame} />
        {!once && <LanguageSwitch frame={frame} />}
      </div>
      <div class="tricolour-bar">
        <div class="container tricolour" aria-hidden="true">
          <span />
          <span />
          <span />
        </div>
      </div>
    </header>
  );
}

function Wordmark({ frame: { links, serviceName, environment } }: { frame: PageFrame }) {
  const words = (
    <>
      <span class="wordmark-name">CSAM</span> <span class="wordmark-service">{serviceName}</span>
      {environment && <span class="environment">{environment}</span>}
    </>
  );
  if (links.home === undefined) return <div class="wordmark">{words}</div>;
  return (
    <a class="wordmark" href={links.home}>
      {words}
    </a>
  );
}

function LanguageSwitch({ frame }: { frame: PageFrame }) {
  return (
    <nav aria-label={pageTexts.in(frame.language)('languages')}>
      <ul class="languages">
        {LANGUAGES.map((language) => (
          <li key={language}>
            <a
              href={frame.languageHref(language)}
              lang={language}
              hreflang={language}
              aria-current={language === frame.language ? 'true' : undefined}
            >
              <span class="short">{language.toUpperCase()}</span>{' '}
              <span class="long">{LANGUAGE_NAMES[language]}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Footer({ frame: { language, links } }: { frame: PageFrame }) {
  const t = pageTexts.in(language);
  return (
    <footer class="footer">
      <div class="container footer-row">
        <a class="footer-help" href={links.help}>
          <Icon name="help" />
          {t('help')}
        </a>
        <ul class="footer-links">
          {links.news !== undefined && (
            <li>
              <a href={links.news}>{t('news')}</a>
            </li>
          )}
          <li>
            <a href={links.accessibility}>{t('accessibility')}</a>
          </li>
          <li>
            <a href={links.privacy}>{t('privacy')}</a>
          </li>
          <li>
            <a href={links.contact}>{t('contact')}</a>
          </li>
        </ul>
      </div>
    </footer>
  );
}

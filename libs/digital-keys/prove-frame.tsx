import type { ComponentChildren } from 'preact';
import { Buttons, LinkButton, Notice, Page } from '#libs/ui';
import type { PageFrame, ServiceParty } from '#libs/ui';
import { formatDuration } from '#libs/texts';
import { FOR_GOOD } from './guess-count.js';
import { proveTexts } from './prove.texts.js';

/** What every prove page built on user name and password is given. */
export interface ProveAddresses {
  readonly frame: PageFrame;
  readonly service: ServiceParty;
  /** this page's own address: forms post to it, `try again` gets it */
  readonly action: string;
  /** the choice of keys of this journey */
  readonly otherKeyHref: string;
  /** recovery in My digital keys */
  readonly forgotHref: string;
  /** words of that link, where they are not about a user name */
  readonly forgotWords?: string;
}

export interface ProveFrameProps {
  readonly of: ProveAddresses;
  readonly title: string;
  readonly problem: boolean;
  readonly children: ComponentChildren;
}

/** The shell of a prove page: the task, then the ways out; beside it where the person is going. */
export function ProveFrame({ of, title, problem, children }: ProveFrameProps) {
  const t = proveTexts.in(of.frame.language);
  return (
    <Page frame={of.frame} title={title} problem={problem} service={of.service} side={<Care {...of} />}>
      <h1>{title}</h1>
      {children}
      <ul class="ways-out">
        <li>
          <a href={of.forgotHref}>{of.forgotWords ?? t('forgot')}</a>
        </li>
        <li>
          <a href={of.otherKeyHref}>{t('otherKey')}</a>
        </li>
      </ul>
    </Page>
  );
}

/** Too many attempts: how long to wait, without a form that would only fail. */
export function Throttled({ of, waitMs }: { of: ProveAddresses; waitMs: number }) {
  const { language } = of.frame;
  const t = proveTexts.in(language);
  if (waitMs === FOR_GOOD) return <Stopped {...of} />;
  return (
    <>
      <Notice kind="problem" title={t('throttledTitle')}>
        <p>{t('throttled', { wait: formatDuration(waitMs, language) })}</p>
        <p>{t('throttledAdvice')}</p>
      </Notice>
      <Buttons>
        <LinkButton href={of.action} look="secondary">
          {t('retry')}
        </LinkButton>
      </Buttons>
    </>
  );
}

/** So many attempts that waiting helps no more. */
function Stopped({ frame: { language }, forgotHref }: ProveAddresses) {
  const t = proveTexts.in(language);
  return (
    <>
      <Notice kind="problem" title={t('stoppedTitle')}>
        <p>{t('stopped')}</p>
      </Notice>
      <Buttons>
        <LinkButton href={forgotHref} look="secondary">
          {t('stoppedLink')}
        </LinkButton>
      </Buttons>
    </>
  );
}

/** The same as a page of its own, where no key's page is meant. */
export function ThrottledPage({ of, waitMs }: { of: ProveAddresses; waitMs: number }) {
  const title = proveTexts.in(of.frame.language)('throttledTitle');
  return (
    <ProveFrame of={of} title={title} problem>
      <Throttled of={of} waitMs={waitMs} />
    </ProveFrame>
  );
}

function Care({ frame: { language } }: ProveAddresses) {
  const t = proveTexts.in(language);
  return (
    <section class="card flow small">
      <h2>{t('neverShareTitle')}</h2>
      <p>{t('neverShare')}</p>
    </section>
  );
}

import { rankedKeys, type KeyPolicy, type LoaPolicy } from '#libs/loa';
import { Buttons, keyName, LinkButton, Page, strengthWord, SummaryList } from '#libs/ui';
import type { PageFrame } from '#libs/ui';
import type { Language } from '#libs/kernel';
import { helpTexts } from './help.texts.js';

export interface HelpProps {
  readonly frame: PageFrame;
  readonly policy: LoaPolicy;
  /** My digital keys */
  readonly keysHref: string;
  /** how long a sign-in stays open */
  readonly journeyMinutes: number;
}

/** What a person may wonder before, during and after a sign-in that did not work. */
export function HelpPage(props: HelpProps) {
  const { frame, keysHref } = props;
  const t = helpTexts.in(frame.language);
  return (
    <Page frame={frame} title={t('title')} side={<Ask {...props} />}>
      <h1>{t('title')}</h1>
      <p class="lead">{t('lead')}</p>
      <h2>{t('keysTitle')}</h2>
      <p>{t('keys')}</p>
      <h2>{t('whichTitle')}</h2>
      <p>{t('which')}</p>
      <p>{t('list')}</p>
      <Keys {...props} />
      <Problems {...props} />
      <h2>{t('recoverTitle')}</h2>
      <p>{t('recover')}</p>
      <Buttons>
        <LinkButton href={keysHref}>{t('recoverLink')}</LinkButton>
      </Buttons>
      <h2>{t('easeTitle')}</h2>
      <p>{t('ease')}</p>
    </Page>
  );
}

function Keys({ frame: { language }, policy }: HelpProps) {
  return (
    <SummaryList
      items={rankedKeys(policy).map((key) => ({
        label: keyName(key.key, language),
        value: strengthOf(key, language),
      }))}
    />
  );
}

/** A foreign means is as strong as its own country says. */
function strengthOf({ levels }: KeyPolicy, language: Language): string {
  const strong = strengthWord(levels[0], language);
  const weakest = levels.at(-1);
  if (levels.length === 1 || weakest === undefined) return strong;
  const others = levels.slice(0, -1).map((level) => strengthWord(level, language));
  return helpTexts.in(language)('or', { strong: others.join(', '), weak: strengthWord(weakest, language) });
}

function Problems({ frame: { language }, journeyMinutes }: HelpProps) {
  const t = helpTexts.in(language);
  return (
    <>
      <h2>{t('problemsTitle')}</h2>
      <h3>{t('passwordTitle')}</h3>
      <p>{t('password')}</p>
      <h3>{t('codeTitle')}</h3>
      <p>{t('code')}</p>
      <h3>{t('waitTitle')}</h3>
      <p>{t('wait')}</p>
      <h3>{t('weakTitle')}</h3>
      <p>{t('weak')}</p>
      <h3>{t('expiredTitle')}</h3>
      <p>{t('expired', { minutes: journeyMinutes })}</p>
    </>
  );
}

function Ask({ frame: { language, links } }: HelpProps) {
  const t = helpTexts.in(language);
  return (
    <section class="card flow small">
      <h2>{t('askTitle')}</h2>
      <p>{t('ask')}</p>
      <p>
        <a class="standalone" href={links.contact}>
          {t('askLink')}
        </a>
      </p>
    </section>
  );
}

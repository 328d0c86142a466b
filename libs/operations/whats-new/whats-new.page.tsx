import { formatDate } from '#libs/texts';
import { Page, type PageFrame } from '#libs/ui';
import type { Release } from '../releases/release.js';
import { whatsNewTexts } from './whats-new.texts.js';

export interface WhatsNewProps {
  readonly frame: PageFrame;
  /** Planned and released, newest first. */
  readonly releases: readonly Release[];
}

/** What changed and what will, for everybody. */
export function WhatsNewPage({ frame, releases }: WhatsNewProps) {
  const t = whatsNewTexts.in(frame.language);
  // What comes first is read first; of what was, the latest.
  const coming = releases.filter(({ state }) => state === 'planned').toReversed();
  const past = releases.filter(({ state }) => state === 'released');
  return (
    <Page frame={frame} title={t('title')}>
      <h1>{t('title')}</h1>
      {releases.length === 0 ? <p>{t('none')}</p> : <p class="lead">{t('lead')}</p>}
      <Releases title={t('coming')} releases={coming} frame={frame} />
      <Releases title={t('past')} releases={past} frame={frame} />
      <p>
        <a href="/">{t('back')}</a>
      </p>
    </Page>
  );
}

function Releases({ title, releases, frame }: WhatsNewProps & { readonly title: string }) {
  const { language } = frame;
  const t = whatsNewTexts.in(language);
  if (releases.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      {releases.map((release) => (
        <section key={release.id} class="flow" data-version={release.version}>
          <h3>{t('version', { version: release.version })}</h3>
          <p class="soft small">{whenOf(release, frame)}</p>
          <p class="as-typed">{release.notes[language]}</p>
        </section>
      ))}
    </>
  );
}

function whenOf({ releasedAt, plannedAt, capacityPercent }: Release, { language }: PageFrame): string {
  const t = whatsNewTexts.in(language);
  if (releasedAt !== undefined) return t('released', { date: formatDate(releasedAt, language) });
  const coming = t('planned', { date: formatDate(plannedAt, language) });
  return capacityPercent === undefined ? coming : `${coming} ${t('capacity', { percent: capacityPercent })}`;
}

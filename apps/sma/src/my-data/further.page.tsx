import type { ComponentChildren } from 'preact';
import type { Language } from '#libs/kernel';
import { isKeyKind } from '#libs/loa';
import { formatDateTime, formatList } from '#libs/texts';
import { keyName, SummaryList } from '#libs/ui';
import { furtherTexts } from './further.texts.js';
import type { HeldData } from './held-data.js';

export type Further = Omit<HeldData, 'keyDetails' | 'username' | 'declaredNames'>;

interface Line {
  readonly at: Date;
  readonly words: string;
}

type PartTitle = 'sessions' | 'browsers' | 'messages' | 'contact' | 'unfinished' | 'roles' | 'profiles';

/** What we keep besides keys, contact data and history, part by part; a part without anything is left out. */
export function FurtherData({
  language,
  further,
}: {
  readonly language: Language;
  readonly further: Further;
}) {
  const parts: readonly (readonly [PartTitle, readonly Line[]])[] = [
    ['sessions', sessionLines(further, language)],
    ['browsers', further.knownBrowsers.map(({ since }) => ({ at: since, words: '' }))],
    ['messages', messageLines(further, language)],
    ['contact', contactLines(further, language)],
    ['unfinished', unfinishedLines(further, language)],
    ['roles', roleLines(further, language)],
    ['profiles', further.formerProfiles.map(({ at, key }) => ({ at, words: keyWord(key, language) }))],
  ];
  return (
    <>
      {parts
        .filter(([, lines]) => lines.length > 0)
        .map(([title, lines]) => (
          <Part key={title} title={furtherTexts.in(language)(title)} language={language} lines={lines} />
        ))}
    </>
  );
}

function Part({
  title,
  language,
  lines,
}: {
  readonly title: string;
  readonly language: Language;
  readonly lines: readonly Line[];
}) {
  const newest = lines.toSorted((one, other) => other.at.getTime() - one.at.getTime());
  const items = newest.map(({ at, words }): { label: string; value: ComponentChildren } => ({
    label: formatDateTime(at, language),
    value: words,
  }));
  return (
    <>
      <h2>{title}</h2>
      <SummaryList items={items} />
    </>
  );
}

function sessionLines({ sessions, answers }: Further, language: Language): Line[] {
  const t = furtherTexts.in(language);
  return [
    ...sessions.map(({ at, keys, endedAt, until }) => ({
      at,
      words: t('session', {
        keys: formatList(
          keys.map((key) => keyWord(key, language)),
          language,
        ),
        until: formatDateTime(endedAt ?? until, language),
      }),
    })),
    ...answers.map(({ at, until }) => ({
      at,
      words: t('answer', { until: formatDateTime(until, language) }),
    })),
  ];
}

function messageLines({ messages }: Further, language: Language): Line[] {
  const t = furtherTexts.in(language);
  return messages.map(({ at, kind }) => ({ at, words: t(kind) }));
}

function contactLines({ lookUps, notes, registrations }: Further, language: Language): Line[] {
  const t = furtherTexts.in(language);
  return [
    ...lookUps.map(({ at, reason }) => ({ at, words: t('lookUp', { reason }) })),
    ...notes.map(({ at, text }) => ({ at, words: t('note', { text }) })),
    ...registrations.map(({ at, office, documentNumber, documentCountry }) => ({
      at,
      words: t('registration', { office, number: documentNumber, country: documentCountry }),
    })),
  ];
}

function unfinishedLines({ pendingContacts, activations, recoveries }: Further, language: Language): Line[] {
  const t = furtherTexts.in(language);
  return [
    ...pendingContacts.map(({ until, value }) => ({ at: until, words: t('pending', { value }) })),
    ...activations.map(({ at, mail }) => ({ at, words: t('activation', { mail }) })),
    ...recoveries.map(({ at }) => ({ at, words: t('recovery') })),
  ];
}

function roleLines({ roles }: Further, language: Language): Line[] {
  const t = furtherTexts.in(language);
  return roles.map(({ at, role, agency, office, until }) => {
    const what = [role, agency, office].filter((part) => part !== null).join(', ');
    return {
      at,
      words: until === null ? what : t('roleUntil', { role: what, until: formatDateTime(until, language) }),
    };
  });
}

const keyWord = (key: string, language: Language): string => (isKeyKind(key) ? keyName(key, language) : key);

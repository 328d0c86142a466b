import type { Language } from '#libs/kernel';
import type { Dossier } from './dossier/dossier.js';
import { tryingOutTexts } from './trying-out.texts.js';

export interface TestPeopleProps {
  readonly language: Language;
  readonly dossier: Pick<Dossier, 'state' | 'environments'>;
  /** Of the page with invented people; undefined where there is none. */
  readonly address: string | undefined;
}

/** With whom a service is tried out in INT, where no real person has to sign in. */
export function TestPeople({ language, dossier, address }: TestPeopleProps) {
  const t = tryingOutTexts.in(language);
  const isInInt = dossier.state !== 'ended' && dossier.environments.INT?.application !== undefined;
  if (address === undefined || !isInInt) return null;
  return (
    <p>
      {t('testPeopleAbout')} <a href={address}>{t('testPeople')}</a>
    </p>
  );
}

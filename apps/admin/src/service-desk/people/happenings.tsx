import type { Language } from '#libs/kernel';
import { formatDateTime } from '#libs/texts';
import { keyName, SummaryList } from '#libs/ui';
import { explainedTexts } from './explained.texts.js';
import { personTexts } from './person.texts.js';
import type { ToldExplained } from './person-view.js';

export interface HappeningsProps {
  readonly language: Language;
  readonly happenings: readonly ToldExplained[];
  readonly nothing: string;
}

/** Newest first, each in words, with the reference under which everything else is found. */
export function Happenings({ language, happenings, nothing }: HappeningsProps) {
  if (happenings.length === 0) return <p>{nothing}</p>;
  const t = personTexts.in(language);
  const say = explainedTexts.in(language);
  return (
    <SummaryList
      items={happenings.map(({ at, what, key, service, reference, failed }) => ({
        label: <time dateTime={at.toISOString()}>{formatDateTime(at, language)}</time>,
        value: (
          <div data-happening={what}>
            <p>{failed ? <b>{say(what)}</b> : say(what)}</p>
            <p class="small soft">
              {[
                service && t('atService', { service: service[language] }),
                key && t('withKey', { key: keyName(key, language) }),
                t('ref', { reference }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </div>
        ),
      }))}
    />
  );
}

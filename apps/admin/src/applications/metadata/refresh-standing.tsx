import type { ApplicationEnvironment, RefreshStanding } from '#libs/agencies';
import type { Language } from '#libs/kernel';
import { formatDateTime } from '#libs/texts';
import { Notice, type SummaryItem } from '#libs/ui';
import { ENVIRONMENTS, type Dossier } from '../dossier/dossier.js';
import { metadataProblemTexts, metadataTexts } from './metadata.texts.js';
import { refreshMessage } from './metadata-reading.js';

type Followed = readonly [environment: ApplicationEnvironment, standing: RefreshStanding];

function followed({ environments }: Dossier, standings: readonly RefreshStanding[]): Followed[] {
  return ENVIRONMENTS.flatMap((environment): Followed[] => {
    const application = environments[environment]?.application;
    const standing = standings.find((one) => one.application === application);
    return standing === undefined ? [] : [[environment, standing]];
  });
}

/** When the metadata that we follow was last fetched. */
export function refreshLines(
  dossier: Dossier,
  standings: readonly RefreshStanding[],
  language: Language,
): SummaryItem[] {
  const t = metadataTexts.in(language);
  return followed(dossier, standings).map(([environment, { refreshedAt }]) => ({
    label: t('metadataOf', { environment }),
    value:
      refreshedAt === undefined
        ? t('notFetchedYet')
        : t('fetchedAt', { moment: formatDateTime(refreshedAt, language) }),
  }));
}

export interface RefreshFailuresProps {
  readonly language: Language;
  readonly dossier: Dossier;
  readonly standings: readonly RefreshStanding[];
}

/** What went wrong at the last attempt, so that the agency mends it before its key or its metadata ends. */
export function RefreshFailures({ language, dossier, standings }: RefreshFailuresProps) {
  const t = metadataTexts.in(language);
  const say = metadataProblemTexts.in(language);
  return (
    <>
      {followed(dossier, standings).map(([environment, { failures, failure }]) =>
        failure === undefined ? null : (
          <Notice key={environment} kind="warning">
            <p data-refresh-failure={failure}>{t('failing', { environment, times: failures })}</p>
            <p>{say(refreshMessage(failure))}</p>
          </Notice>
        ),
      )}
    </>
  );
}

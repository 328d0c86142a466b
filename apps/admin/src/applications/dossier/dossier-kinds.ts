import type { ApplicationEnvironment } from '#libs/agencies';
import type { Queryable } from '#libs/database';
import type { ChangeKind } from '../../approvals/change-kind.js';
import { allOf } from '../../approvals/lines/compare-words.js';
import { basisWords } from '../changes/basis-words.js';
import { detailsWords, settingsWords } from '../changes/service-words.js';
import type { DossierDetails, EnvironmentSettings } from './dossier.js';
import { moveDossier } from './dossier-moves.js';
import { DossierStore } from './dossier.store.js';
import { servicesTexts } from '../services.texts.js';
import type { DossierEvent } from './transitions.js';

/** A service as it is to be let in to one environment; before that it can ask nothing. */
export interface AdmittedService {
  readonly details: DossierDetails;
  readonly settings: EnvironmentSettings | null;
  readonly admitted: boolean;
}

const TITLES = { INT: 'title-int', ACC: 'title-acc', PROD: 'title-prod' } as const;

/** A service comes into test (`INT`) or into production when a second person, at the service desk, agrees. */
function admissionKind(
  name: string,
  environment: ApplicationEnvironment,
  event: DossierEvent,
): ChangeKind<AdmittedService> {
  return {
    name,
    async current(tx: Queryable, subject: string) {
      const dossier = await new DossierStore(tx).lock(subject);
      const place = dossier?.environments[environment];
      return (
        dossier && {
          details: dossier.details,
          settings: place?.settings ?? null,
          admitted: place?.application !== undefined,
        }
      );
    },
    sensitive({ details, settings, admitted }) {
      if (!admitted) return {};
      return {
        level: details.minimumLevel,
        keys: details.keys,
        contexts: details.contexts,
        attributes: details.attributes.map((attribute) => attribute.name),
        addresses: settings === null ? [] : addressesOf(settings),
        production: environment === 'PROD',
      };
    },
    async apply(tx, { subject }) {
      const moved = await moveDossier(tx, subject, event);
      if (moved === undefined) throw new Error(`the service ${subject} is not where ${event} can happen`);
    },
    title: (_subject, { details }, language) =>
      servicesTexts.in(language)(TITLES[environment], { name: details.name[language] }),
    words: basisWords,
    lines: (_before, after, language, words = new Map()) =>
      after === undefined
        ? []
        : allOf([
            ...detailsWords(after.details, language, words),
            ...(after.settings === null ? [] : settingsWords(after.settings, language)),
          ]),
  };
}

export const reviewKind = admissionKind('service-review', 'INT', 'review');
export const acceptanceKind = admissionKind('service-acceptance', 'ACC', 'activate-acceptance');
export const productionKind = admissionKind('service-production', 'PROD', 'activate-production');

/** Where answers go, and whose keys count: who holds those speaks for the service. */
export const addressesOf = ({
  redirectUris,
  postLogoutRedirectUris,
  backchannelLogoutUri,
  jwksUri,
  metadata,
  metadataUrl,
  metadataSigner,
}: EnvironmentSettings) =>
  [
    ...redirectUris,
    ...postLogoutRedirectUris,
    backchannelLogoutUri,
    jwksUri,
    metadataUrl,
    metadataSigner,
    metadata,
  ].filter((address) => address !== undefined);

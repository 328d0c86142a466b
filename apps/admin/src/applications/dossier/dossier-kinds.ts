import type { ApplicationEnvironment } from '#libs/agencies';
import { attributeLabel } from '#libs/attributes';
import type { Queryable } from '#libs/database';
import type { Language } from '#libs/kernel';
import { keyName } from '#libs/ui';
import type { ChangedLine, ChangeKind } from '../../approvals/change-kind.js';
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
    lines: (_before, after, language) => (after === undefined ? [] : linesOf(after, language)),
  };
}

export const reviewKind = admissionKind('service-review', 'INT', 'review');
export const acceptanceKind = admissionKind('service-acceptance', 'ACC', 'activate-acceptance');
export const productionKind = admissionKind('service-production', 'PROD', 'activate-production');

export const addressesOf = ({
  redirectUris,
  postLogoutRedirectUris,
  backchannelLogoutUri,
  metadata,
  metadataUrl,
  metadataSigner,
}: EnvironmentSettings) =>
  [
    ...redirectUris,
    ...postLogoutRedirectUris,
    backchannelLogoutUri,
    metadataUrl,
    metadataSigner,
    metadata,
  ].filter((address) => address !== undefined);

function linesOf({ details, settings }: AdmittedService, language: Language): ChangedLine[] {
  const t = servicesTexts.in(language);
  return [
    { label: t('name'), after: details.name[language] },
    { label: t('minimumLevel'), after: String(details.minimumLevel ?? '') },
    { label: t('keys'), after: details.keys.map((key) => keyName(key, language)).join(', ') },
    { label: t('contexts'), after: details.contexts.map((context) => t(context)).join(', ') },
    ...details.attributes.map(({ name, justification }) => ({
      label: attributeLabel(name, language),
      after: justification,
    })),
    {
      label: t('addresses'),
      after: settings === null ? '' : addressesOf(settings).join('\n').slice(0, 2_000),
    },
    { label: t('signInsPerYear'), after: String(details.signInsPerYear ?? '') },
  ];
}

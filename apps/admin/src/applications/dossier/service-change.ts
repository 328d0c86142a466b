import type { ApplicationEnvironment } from '#libs/agencies';
import type { Queryable } from '#libs/database';
import type { Language } from '#libs/kernel';
import type { ChangeKind, Words } from '../../approvals/change-kind.js';
import { differences, type Said } from '../../approvals/lines/compare-words.js';
import { basisWords } from '../changes/basis-words.js';
import { detailsWords, settingsWords } from '../changes/service-words.js';
import { servicesTexts } from '../services.texts.js';
import { activate } from './activate.js';
import { addressesOf } from './dossier-kinds.js';
import { ENVIRONMENTS, type Dossier, type DossierDetails, type EnvironmentSettings } from './dossier.js';
import { DossierStore } from './dossier.store.js';

/** A service in use, as it is registered in the environments that it was let in to. */
export interface ServiceInUse {
  readonly details: DossierDetails;
  readonly settings: Readonly<Partial<Record<ApplicationEnvironment, EnvironmentSettings>>>;
}

export function serviceInUse({ details, environments }: Dossier): ServiceInUse {
  const admitted = ENVIRONMENTS.flatMap((environment) => {
    const place = environments[environment];
    return place?.application === undefined ? [] : [[environment, place.settings] as const];
  });
  return { details, settings: Object.fromEntries(admitted) };
}

/** Changing a service in use: names and reasons at once; whom it lets in, what it asks and where answers go, by two people. */
export const serviceChangeKind: ChangeKind<ServiceInUse> = {
  name: 'service-change',

  async current(tx: Queryable, subject: string) {
    const dossier = await new DossierStore(tx).lock(subject);
    return dossier && serviceInUse(dossier);
  },

  sensitive: ({ details, settings }) => ({
    level: details.minimumLevel,
    keys: details.keys,
    contexts: details.contexts,
    attributes: [details.authorisation ?? '', ...details.attributes.map(({ name }) => name)],
    addresses: ENVIRONMENTS.flatMap((environment) => {
      const place = settings[environment];
      const method = place?.tokenEndpointAuthMethod;
      return place === undefined ? [] : [...addressesOf(place), method].map((one) => `${environment} ${one}`);
    }),
  }),

  async apply(tx, { subject, after }) {
    if (after === undefined) return;
    const store = new DossierStore(tx);
    const dossier = await store.lock(subject);
    if (dossier === undefined) throw new Error(`there is no service ${subject}`);
    await store.saveDetails(subject, after.details);
    for (const environment of ENVIRONMENTS) {
      const settings = after.settings[environment];
      const place = dossier.environments[environment];
      if (settings === undefined || place?.application === undefined) continue;
      const environments = { [environment]: { ...place, settings } };
      await activate(tx, { ...dossier, details: after.details, environments }, environment);
    }
  },

  title: (_subject, { details }, language) =>
    servicesTexts.in(language)('title-change', { name: details.name[language] }),

  words: basisWords,

  lines: (before, after, language, words) =>
    differences(wordsOf(before, language, words), wordsOf(after, language, words)),
};

function wordsOf(state: ServiceInUse | undefined, language: Language, words: Words = new Map()): Said[] {
  if (state === undefined) return [];
  const { details, settings } = state;
  const places = ENVIRONMENTS.flatMap((environment) => {
    const place = settings[environment];
    if (place === undefined) return [];
    return settingsWords(place, language).map((said) => ({
      ...said,
      label: `${said.label} (${environment})`,
    }));
  });
  return [...detailsWords(details, language, words), ...places];
}

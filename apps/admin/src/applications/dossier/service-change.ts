import type { ApplicationEnvironment } from '#libs/agencies';
import { attributeLabel } from '#libs/attributes';
import type { Queryable } from '#libs/database';
import type { Language } from '#libs/kernel';
import { keyName } from '#libs/ui';
import type { ChangedLine, ChangeKind } from '../../approvals/change-kind.js';
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

  lines: (before, after, language) => changedLines(before, after, language),
};

function changedLines(
  before: ServiceInUse | undefined,
  after: ServiceInUse | undefined,
  language: Language,
): ChangedLine[] {
  const [old, wanted] = [wordsOf(before, language), wordsOf(after, language)];
  const labels = [...new Set([...old.keys(), ...wanted.keys()])];
  return labels.flatMap((label) => {
    const [was, is] = [old.get(label), wanted.get(label)];
    if (was === is) return [];
    return [{ label, ...(was !== undefined && { before: was }), ...(is !== undefined && { after: is }) }];
  });
}

function wordsOf(state: ServiceInUse | undefined, language: Language): Map<string, string> {
  if (state === undefined) return new Map();
  const t = servicesTexts.in(language);
  const { details, settings } = state;
  return new Map([
    [t('name'), details.name[language]],
    [t('minimumLevel'), String(details.minimumLevel ?? '')],
    [t('keys'), details.keys.map((key) => keyName(key, language)).join(', ')],
    [t('contexts'), details.contexts.map((context) => t(context)).join(', ')],
    ...details.attributes.map(
      ({ name, justification }) => [attributeLabel(name, language), justification] as const,
    ),
    ...ENVIRONMENTS.flatMap((environment) => {
      const place = settings[environment];
      if (place === undefined) return [];
      const words = addressesOf(place).join('\n').slice(0, 2_000);
      return [[`${t('addresses')} (${environment})`, words] as const];
    }),
  ]);
}

import { ApplicationsStore, type ApplicationState } from '#libs/agencies';
import type { Queryable } from '#libs/database';
import type { LocalisedText } from '#libs/kernel';
import type { ChangeKind } from '../../approvals/change-kind.js';
import { servicesTexts } from '../services.texts.js';
import { moveDossier } from './dossier-moves.js';
import type { Dossier } from './dossier.js';
import { canBeRestored } from './restoring.js';
import { DossierStore } from './dossier.store.js';

/** Whether a service signs people in, or is out of use. */
export interface ServiceUse {
  readonly name: LocalisedText;
  readonly suspended: boolean;
  readonly production: boolean;
}

export const useOf = ({ state, details, environments }: Dossier): ServiceUse => ({
  name: details.name,
  suspended: state === 'suspended' || state === 'ended',
  production: environments.PROD?.application !== undefined,
});

const STATES = {
  suspend: 'suspended',
  resume: 'active',
  restore: 'active',
  end: 'ended',
} as const satisfies Record<string, ApplicationState>;

/**
 * Stops, lets go on, or ends a service in every environment at once; undefined when it cannot happen now. The one way
 * in which what belongs to a service is stopped.
 *
 * @param reason why it is suspended
 */
export async function setUse(
  tx: Queryable,
  id: string,
  event: keyof typeof STATES,
  reason = '',
): Promise<Dossier | undefined> {
  const moved = await moveDossier(tx, id, event);
  if (moved === undefined) return undefined;
  await new DossierStore(tx).noteSuspension(id, event === 'suspend' ? reason : undefined);
  const applications = new ApplicationsStore(tx);
  for (const { application } of Object.values(moved.environments)) {
    if (application !== undefined) await applications.setState(application, STATES[event]);
  }
  return moved;
}

/** Whoever stops a service needs nobody; what goes on in production again takes two people. */
function backIntoUse(
  name: string,
  event: 'resume' | 'restore',
  possible: (dossier: Dossier) => boolean,
): ChangeKind<ServiceUse> {
  return {
    name,

    async current(tx, subject) {
      const dossier = await new DossierStore(tx).lock(subject);
      return dossier && useOf(dossier);
    },

    sensitive: ({ suspended, production }) => ({ production: production && !suspended }),

    async apply(tx, { subject }) {
      const dossier = await new DossierStore(tx).lock(subject);
      if (dossier === undefined || !possible(dossier))
        throw new Error(`the service ${subject} cannot come back`);
      await setUse(tx, subject, event);
    },

    title: (_subject, { name }, language) =>
      servicesTexts.in(language)(`title-${event}`, { name: name[language] }),

    lines: (_before, after, language) =>
      after === undefined ? [] : [{ label: servicesTexts.in(language)('name'), after: after.name[language] }],
  };
}

export const serviceResumeKind = backIntoUse(
  'service-resume',
  'resume',
  ({ state }) => state === 'suspended',
);

export const serviceRestoreKind = backIntoUse('service-restore', 'restore', (dossier) =>
  canBeRestored(dossier, new Date()),
);

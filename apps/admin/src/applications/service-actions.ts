import { canBeRestored } from './dossier/restoring.js';
import { canHappen } from './dossier/transitions.js';
import type { Dossier } from './dossier/dossier.js';

/** What people do with a service, each behind a question. */
export const SERVICE_ACTIONS = [
  'submit',
  'pass-self-test',
  'request-production',
  'request-acceptance',
  'take-back',
  'resume',
  'suspend',
  'end',
  'restore',
] as const;
export type ServiceAction = (typeof SERVICE_ACTIONS)[number];

/** Those that stop or restart it. */
const OF_STOPPING: readonly ServiceAction[] = ['suspend', 'resume'];

export interface ActingRights {
  /** Manages the services of this agency. */
  readonly manages: boolean;
  /** May stop services of any agency. */
  readonly stops: boolean;
}

type Acted = Pick<Dossier, 'state' | 'environments' | 'endedAt' | 'heldState'>;

/** What somebody with these rights can do in the state that the service is in. */
export const actionsFor = (dossier: Acted, rights: ActingRights): ServiceAction[] =>
  SERVICE_ACTIONS.filter(
    (action) => possible(dossier, action) && (OF_STOPPING.includes(action) ? rights.stops : rights.manages),
  );

/** The acceptance environment is asked for once its connection is filled in. */
function possible({ state, environments, ...more }: Acted, action: ServiceAction) {
  if (action === 'restore') return canBeRestored({ state, ...more }, new Date());
  if (action !== 'request-acceptance') return canHappen(state, action);
  const { settings, application } = environments.ACC ?? {};
  return canHappen(state, 'activate-acceptance') && settings !== undefined && application === undefined;
}

export const isServiceAction = (text: string): text is ServiceAction =>
  SERVICE_ACTIONS.some((action) => action === text);

import { AgenciesStore, type ApplicationEnvironment } from '#libs/agencies';
import type { Queryable } from '#libs/database';
import { AGREEMENT_VERSION } from '../../agencies/agreement/agreement.js';
import { activate } from './activate.js';
import type { Dossier } from './dossier.js';
import { DossierStore } from './dossier.store.js';
import { eventByItself, stateAfter, type DossierEvent } from './transitions.js';

/** Events that let the service in to an environment. */
const OPENS: Readonly<Partial<Record<DossierEvent, ApplicationEnvironment>>> = {
  'activate-int': 'INT',
  'activate-acceptance': 'ACC',
  'activate-production': 'PROD',
};

/** From these a service can come back to where it was. */
const STOPS: readonly DossierEvent[] = ['suspend', 'end'];

/**
 * Lets an event happen to a service, and what follows from it by itself; in one transaction. Undefined: it cannot
 * happen in the state that the service is in.
 */
export async function moveDossier(
  tx: Queryable,
  id: string,
  event: DossierEvent,
): Promise<Dossier | undefined> {
  const store = new DossierStore(tx);
  const dossier = await store.lock(id);
  if (dossier === undefined) return undefined;
  const { state, heldState } = dossier;
  const target = stateAfter(state, event, heldState);
  if (target === undefined) return undefined;
  const opened = OPENS[event];
  if (opened !== undefined) await activate(tx, dossier, opened);
  await store.move(id, target, STOPS.includes(event) && state !== 'suspended' ? state : undefined);
  const agreementSigned = await hasSigned(tx, dossier);
  const next = eventByItself(target, { agreementSigned });
  return next === undefined ? store.find(id) : moveDossier(tx, id, next);
}

/** Whether the agency signed the version of the user agreement that counts now. */
export async function hasSigned(database: Queryable, { agency }: Pick<Dossier, 'agency'>): Promise<boolean> {
  const found = await new AgenciesStore(database).find(agency);
  return found?.agreementVersion === AGREEMENT_VERSION;
}

import { CONTACT_ROLES, type Contacts } from '#libs/agencies';
import type { Dossier, DossierDetails, DossierState } from './dossier.js';
import { DOSSIER_STATES } from './dossier.js';

/** Whose turn it is. */
export type Turn = 'manager' | 'signatory' | 'service-desk';

export const CHECKLIST_ITEMS = [
  'names',
  'strength',
  'attributes',
  'contacts',
  'volume',
  'sms',
  'int-settings',
  'submitted',
  'reviewed',
  'agreement',
  'int-active',
  'self-test',
  'prod-settings',
  'prod-requested',
  'prod-active',
] as const;

export type ChecklistItem = (typeof CHECKLIST_ITEMS)[number];

export interface ChecklistLine {
  readonly item: ChecklistItem;
  readonly done: boolean;
  readonly turn: Turn;
}

export interface ChecklistFacts {
  readonly dossier: Pick<Dossier, 'state' | 'heldState' | 'details' | 'environments'>;
  readonly contacts: Contacts;
  readonly agreementSigned: boolean;
  /** Names of the attributes that the chosen authorisation covers today. */
  readonly covered: readonly string[];
}

type Filled = (details: DossierDetails) => boolean;

const FILLED: Readonly<Partial<Record<ChecklistItem, Filled>>> = {
  names: ({ name }) => Object.values(name).every((text) => text !== ''),
  strength: ({ minimumLevel, keys, contexts }) =>
    minimumLevel !== undefined && keys.length > 0 && contexts.length > 0,
  volume: ({ signInsPerYear, signInsAtPeak }) => signInsPerYear !== undefined && signInsAtPeak !== undefined,
  sms: ({ smsAccepted, smsPerMonth }) => smsAccepted && smsPerMonth !== undefined,
};

const at = (state: DossierState): number => DOSSIER_STATES.indexOf(state);

/** Everything between the idea and production, done or not, with whose turn each of them is. */
export function checklist({ dossier, contacts, agreementSigned, covered }: ChecklistFacts): ChecklistLine[] {
  const { details, environments, heldState } = dossier;
  const state = heldState ?? dossier.state;
  const reached = (wanted: DossierState) => state !== 'ended' && at(state) >= at(wanted);
  const line = (item: ChecklistItem, done: boolean, turn: Turn = 'manager') => ({ item, done, turn });
  const filled = (item: ChecklistItem) => line(item, FILLED[item]?.(details) ?? false);
  return [
    filled('names'),
    filled('strength'),
    line(
      'attributes',
      details.attributes.every(({ name, justification }) => justification !== '' && covered.includes(name)),
    ),
    line(
      'contacts',
      CONTACT_ROLES.every((role) => contacts[role] !== undefined),
    ),
    filled('volume'),
    // Without text messages there is no cost to accept.
    ...(details.keys.includes('sms') ? [filled('sms')] : []),
    line('int-settings', environments.INT?.settings !== undefined),
    line('submitted', reached('submitted')),
    line('reviewed', reached('reviewed'), 'service-desk'),
    line('agreement', agreementSigned, 'signatory'),
    line('int-active', reached('int-active'), 'service-desk'),
    line('self-test', reached('self-test-passed')),
    line('prod-settings', environments.PROD?.settings !== undefined),
    line('prod-requested', reached('prod-requested')),
    line('prod-active', reached('prod-active'), 'service-desk'),
  ];
}

/** What has to be filled in before it can be sent in. */
const BEFORE_SUBMITTING: readonly ChecklistItem[] = [
  'names',
  'strength',
  'attributes',
  'contacts',
  'volume',
  'sms',
  'int-settings',
];

export const missingToSubmit = (lines: readonly ChecklistLine[]): ChecklistItem[] =>
  lines.filter(({ item, done }) => !done && BEFORE_SUBMITTING.includes(item)).map(({ item }) => item);

/** The first thing that is not done yet; nothing when the service is in production. */
export const nextStep = (lines: readonly ChecklistLine[]): ChecklistLine | undefined =>
  lines.find(({ done }) => !done);

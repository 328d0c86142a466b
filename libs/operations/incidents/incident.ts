import type { LocalisedText } from '#libs/kernel';
import type { ComponentName, Impact } from '../components.js';

export interface Incident {
  readonly id: string;
  readonly component: ComponentName;
  readonly impact: Impact;
  readonly startedAt: Date;
  /** Absent: it goes on. */
  readonly endedAt?: Date;
  /** `probes`, or who opened it. */
  readonly openedBy: string;
  readonly updates: readonly IncidentUpdate[];
}

export interface IncidentUpdate {
  readonly at: Date;
  readonly text: LocalisedText;
}

/** How the worker signs what it does by itself. */
export const PROBES = 'probes';

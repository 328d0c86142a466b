import { LANGUAGES, type LocalisedText } from '#libs/kernel';

export interface ReleasePlan {
  /** For example `2.4.0`. */
  readonly version: string;
  readonly kind: 'major' | 'minor';
  readonly plannedAt: Date;
  /** Share of the capacity that stays while it is brought out; releases are rolling, without unavailability. */
  readonly capacityPercent?: number;
  readonly notes: LocalisedText;
}

export interface Release extends ReleasePlan {
  readonly id: string;
  readonly state: 'planned' | 'released' | 'withdrawn';
  readonly releasedAt?: Date;
}

export type ReleaseProblem = 'version' | 'planned-at' | 'capacity' | 'notes';

const VERSION = /^\d{1,4}\.\d{1,4}(\.\d{1,4})?$/;

/** Why a release cannot be planned like this; empty when it can. */
export function releaseProblems(plan: ReleasePlan): readonly ReleaseProblem[] {
  const { version, plannedAt, capacityPercent = 100, notes } = plan;
  const found: (ReleaseProblem | undefined)[] = [
    VERSION.test(version) ? undefined : 'version',
    Number.isNaN(plannedAt.getTime()) ? 'planned-at' : undefined,
    Number.isInteger(capacityPercent) && capacityPercent >= 1 && capacityPercent <= 100
      ? undefined
      : 'capacity',
    LANGUAGES.every((language) => (notes[language] ?? '').trim() !== '') ? undefined : 'notes',
  ];
  return found.filter((problem) => problem !== undefined);
}

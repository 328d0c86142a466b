import type { AttributeSourceName } from '#libs/attributes';
import { checkGround } from '../ground.js';
import type { SourceGuard } from '../source-guard.js';
import type { ConsultationGround, SourceRequest, Unavailable } from '../source.js';
import { holdsOn, type HeldMandate, type MandateDirectory, type MandatesFound } from './mandate.js';

export interface MandateParty {
  readonly directory: MandateDirectory;
  readonly guard: SourceGuard;
}

export interface KnownMandates {
  /** Those that hold today. */
  readonly mandates: readonly HeldMandate[];
  /** Parties that did not answer, and why. */
  readonly unavailable: readonly { readonly source: AttributeSourceName; readonly because: Unavailable }[];
}

export type MandatesRequest = Pick<SourceRequest, 'personNumber' | 'today' | 'ground'>;

/** For which enterprises a person may act, by KBO and role administration together. */
export class Mandates {
  /** What one consultation asks twice, for numbers and for roles, is asked of the parties once. */
  private readonly underWay = new WeakMap<ConsultationGround, Promise<KnownMandates>>();

  constructor(private readonly parties: readonly MandateParty[]) {}

  /** Asks both at once; never throws, but for a consultation without a ground. */
  of(request: MandatesRequest): Promise<KnownMandates> {
    const known = this.underWay.get(request.ground) ?? this.ask(request);
    this.underWay.set(request.ground, known);
    return known;
  }

  private async ask({ personNumber, today, ground }: MandatesRequest): Promise<KnownMandates> {
    checkGround(ground);
    if (personNumber === undefined) return { mandates: [], unavailable: [] };
    const found = await Promise.all(
      this.parties.map(async ({ directory, guard }) => {
        const outcome: MandatesFound = await guard.run(ground.consultation, (signal) =>
          directory.find(personNumber, ground, signal),
        );
        return { source: guard.name, outcome };
      }),
    );
    return {
      mandates: found
        .flatMap(({ outcome }) => (outcome.kind === 'answered' ? outcome.mandates : []))
        .filter((mandate) => holdsOn(mandate, today)),
      unavailable: found.flatMap(({ source, outcome }) =>
        outcome.kind === 'unavailable' ? [{ source, because: outcome }] : [],
      ),
    };
  }
}

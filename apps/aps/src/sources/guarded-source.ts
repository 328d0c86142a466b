import type { AttributeName, CircuitState } from '#libs/attributes';
import { SourceGuard, type SourceGuards } from './source-guard.js';
import type { AttributeSource, SourceOutcome, SourceRequest } from './source.js';

type Answered = Extract<SourceOutcome, { kind: 'answered' }>;

/** A source with a guard around it; it never throws. */
export class GuardedSource {
  readonly guard: SourceGuard;

  constructor(
    private readonly source: AttributeSource,
    guards: SourceGuards,
  ) {
    this.guard = new SourceGuard(source.name, guards);
  }

  get name(): AttributeSource['name'] {
    return this.source.name;
  }

  get attributes(): readonly AttributeName[] {
    return this.source.attributes;
  }

  get circuit(): CircuitState {
    return this.guard.circuit;
  }

  fetch(request: Omit<SourceRequest, 'signal'>): Promise<SourceOutcome> {
    return this.guard.run<Answered>(request.ground.consultation, (signal) =>
      this.source.fetch({ ...request, signal }),
    );
  }
}

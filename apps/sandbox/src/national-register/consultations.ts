import { Injectable } from '@nestjs/common';

/** What the register remembers of one question. */
export interface Consultation {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly messageId: string;
  readonly consumer?: string | undefined;
  /** Purpose of the question: for whom it was asked (`sentOnBehalfOf`). */
  readonly onBehalfOf?: string | undefined;
  readonly userNumber?: string | undefined;
  readonly language?: string | undefined;
  readonly personNumber?: string | undefined;
  /** `ALIVE`, `DECEASED`, the code of an error or of a fault, or the fault that was set in the sandbox. */
  readonly outcome: string;
}

const MOST = 1000;

/** The register's own record of who asked what, newest first. */
@Injectable()
export class Consultations {
  private readonly consultations: Consultation[] = [];

  record(consultation: Consultation): void {
    this.consultations.unshift(consultation);
    this.consultations.splice(MOST);
  }

  list(): readonly Consultation[] {
    return this.consultations;
  }
}

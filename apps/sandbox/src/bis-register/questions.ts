import { Injectable } from '@nestjs/common';

/** What the KSZ remembers of one question. */
export interface Question {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly ticket?: string;
  readonly cbeNumber?: string;
  readonly legalContext?: string;
  readonly ssin?: string;
  readonly outcome: string;
}

const MOST = 1000;

/** The KSZ's own record of who asked what, newest first. */
@Injectable()
export class Questions {
  private readonly questions: Question[] = [];

  record(question: Question): void {
    this.questions.unshift(question);
    this.questions.splice(MOST);
  }

  list(): readonly Question[] {
    return this.questions;
  }
}

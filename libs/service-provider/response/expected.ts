import type { Level } from '#libs/loa';
import type { LevelClasses } from '../level-classes.js';
import type { ResponseEnvelope } from './read-response.js';
import type { Assertion } from './read-assertion.js';
import type { ResponseRefusal } from './response-refusal.js';

/** What an answer to one particular request has to say. */
export interface Expected {
  /** The identity provider that was asked. */
  readonly issuer: string;
  /** Our entity identifier. */
  readonly audience: string;
  /** Our assertion consumer service. */
  readonly recipient: string;
  readonly requestId: string;
  readonly minimum: Level;
  readonly classes: LevelClasses;
  /** When a fresh proof was asked: since when it counts. */
  readonly provenSince?: Date;
  readonly now: Date;
}

export type EnvelopeCheck = (envelope: ResponseEnvelope, expected: Expected) => ResponseRefusal | undefined;

export type AssertionCheck = (assertion: Assertion, expected: Expected) => ResponseRefusal | undefined;

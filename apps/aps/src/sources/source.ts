import type {
  AttributeName,
  AttributeSourceName,
  ChosenEnterprise,
  Trust,
  UnavailableReason,
} from '#libs/attributes';
import type { FedId, Language, PersonNumber } from '#libs/kernel';
import type { Context } from '#libs/loa';

/** What a source may know of the question. Every source is told on what ground it is asked (PR-8). */
export interface SourceRequest {
  readonly subject: FedId;
  readonly personNumber: PersonNumber | undefined;
  /** Only those that were granted and belong to this source; parameters stand in the name (`residentOf:21004`). */
  readonly attributes: readonly string[];
  readonly context: Context;
  /** The enterprise for which the person signs in. */
  readonly enterprise?: ChosenEnterprise | undefined;
  /** `YYYY-MM-DD` in Belgium. */
  readonly today: string;
  /** Language of the screen, for sources that answer in words. */
  readonly language: Language;
  /** The language in which the person wishes to be addressed. */
  readonly preferredLanguage: Language;
  readonly ground: ConsultationGround;
  /** Bounds the source's time. */
  readonly signal: AbortSignal;
}

export interface ConsultationGround {
  /** Id of the consultation, the same in our record and in the source's. */
  readonly consultation: string;
  /** Enterprise number of the agency for which is asked. */
  readonly agency: string;
  /** Reference of the legal basis, for example `RR 21/2015`. */
  readonly legalBasis: string;
  readonly purpose: string;
}

export type SourceOutcome =
  | {
      readonly kind: 'answered';
      /** An attribute of the request that is absent here has no value at the source. */
      readonly values: Readonly<Partial<Record<string, SourceValue>>>;
      /** Why the absent ones are absent, when there is more to say than that there is no value. */
      readonly missing?: UnavailableReason;
    }
  | Unavailable;

export interface SourceValue {
  readonly value: string;
  readonly trust: Trust;
}

/** No answer, or none with values. */
export interface Unavailable {
  readonly kind: 'unavailable';
  readonly reason: UnavailableReason;
  /** For our own log: a code, never a person's data. */
  readonly detail?: string;
  /** The number that took the place of the one that was asked about, said by the authentic source. */
  readonly replacedBy?: PersonNumber;
}

/** A place where attributes come from. To add one: a folder with a class of this form, and a line in the module. */
export interface AttributeSource {
  readonly name: AttributeSourceName;
  readonly attributes: readonly AttributeName[];
  fetch(request: SourceRequest): Promise<SourceOutcome>;
}

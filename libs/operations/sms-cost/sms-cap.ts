import type { EnterpriseNumber, Language } from '#libs/kernel';

/** How many text messages an application may send in a month before somebody is told. Nobody is locked out by it. */
export interface SmsCap {
  readonly application: string;
  readonly agency: EnterpriseNumber;
  readonly messages: number;
  /** Who is told, and in which language. */
  readonly address: string;
  readonly language: Language;
}

/** A cap as it is kept: without an address it follows the description of its service, whose billing contact is told. */
export type KeptCap = Omit<SmsCap, 'address' | 'language'> & Partial<Pick<SmsCap, 'address' | 'language'>>;

/** A cap with what was used of it in a month: messages that arrived. */
export interface UsedCap extends KeptCap {
  readonly used: number;
}

/** Percentages of the cap at which a mail goes out, once each in a month. */
export const CAP_STAGES = [80, 100] as const;
export type CapStage = (typeof CAP_STAGES)[number];

/** The stages that were reached, lowest first. */
export const reachedStages = ({ used, messages }: Pick<UsedCap, 'used' | 'messages'>): CapStage[] =>
  CAP_STAGES.filter((stage) => used * 100 >= messages * stage);

export const MOST_MESSAGES = 10_000_000;

/** A whole number of messages; undefined when it is none, or unreasonable. */
export function readMessages(text: string): number | undefined {
  const messages = /^\d{1,8}$/.test(text) ? Number(text) : 0;
  return messages >= 1 && messages <= MOST_MESSAGES ? messages : undefined;
}

/** Cents with at most four places, as `4,35` or `4.35`; undefined when it is no price. */
export function readCents(text: string): number | undefined {
  if (!/^\d{1,3}([.,]\d{1,4})?$/.test(text)) return undefined;
  return Number(text.replace(',', '.'));
}

/**
 * Whether a price may be entered from this month on: never for a month that is over, whose statements stand, except when
 * there is no price at all yet.
 */
export const mayBeginIn = (validFrom: string, thisMonth: string, prices: readonly unknown[]): boolean =>
  prices.length === 0 || validFrom >= thisMonth;

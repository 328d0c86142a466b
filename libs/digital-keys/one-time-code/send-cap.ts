import { hours, seconds } from '#libs/kernel';
import { callingNetwork } from '#libs/security';

/** How many codes may go out for one target in one stretch of time. Durations in milliseconds. */
export interface SendCap {
  readonly purpose: string;
  readonly limit: number;
  readonly window: number;
}

/** A cap and what it is counted for. */
export interface CappedTarget extends SendCap {
  readonly target: string;
}

/** What a code costs somebody, counted so that sending cannot be made a business or a nuisance. */
export interface SendTargets {
  /** Network address of the browser; a whole office may share one. */
  readonly address: string;
  readonly person: string;
  /** Number or mailbox; several people may share one. */
  readonly destination?: string;
  /** Group of numbers, with the number of codes that may go there in an hour. */
  readonly prefix?: { readonly name: string; readonly perHour: number };
}

const DAY = hours(24);

/** The caps of a message, in a fixed order: whoever counts locks in the same one. */
export function capsOf(channel: string, targets: SendTargets): CappedTarget[] {
  const { address, person, destination, prefix } = targets;
  const cap = (purpose: string, target: string, limit: number, window: number): CappedTarget => ({
    purpose: `${channel}-${purpose}`,
    target,
    limit,
    window,
  });
  return [
    cap('address', callingNetwork(address), 200, hours(1)),
    cap('person-burst', person, 2, seconds(10)),
    cap('person', person, 20, DAY),
    ...(destination === undefined
      ? []
      : [cap('destination-burst', destination, 2, seconds(10)), cap('destination', destination, 20, DAY)]),
    ...(prefix === undefined ? [] : [cap('prefix', prefix.name, prefix.perHour, hours(1))]),
  ];
}

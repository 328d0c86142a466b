import type { AuditRecord } from '#libs/audit';

/** From where somebody did something, as roughly as it is kept. */
export interface Origin {
  /** How the address began: `192.0.2.…`; the rest was never kept. */
  readonly network: string | undefined;
  /** Where that network is registered, ISO 3166-1. */
  readonly country: string | undefined;
  /** `firefox/windows`, where the record tells. */
  readonly browser: string | undefined;
}

export const NOWHERE: Origin = { network: undefined, country: undefined, browser: undefined };

/** Country of a network, where that is known. */
export type CountryOf = (network: string) => string | undefined;

export function originOf({ address, data: { browser } }: AuditRecord, countryOf: CountryOf): Origin {
  return {
    network: address === undefined ? undefined : beginningOf(address),
    country: address === undefined ? undefined : countryOf(address),
    browser: typeof browser === 'string' ? browser : undefined,
  };
}

/** A person recognises the first numbers; that they are called a network of 24 bits says nothing to them. */
const beginningOf = (network: string): string =>
  network.replace(/(?:\.0)?\/24$/, '.…').replace(/:?:\/48$/, ':…');

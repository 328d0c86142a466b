/** What the register says of a living person. */
export interface RegisterPerson {
  readonly personNumber: string;
  readonly firstNames: readonly string[];
  readonly lastName?: string | undefined;
  readonly gender?: 'male' | 'female' | undefined;
  /** `YYYY-MM-DD`, or `YYYY-MM` or `YYYY` where the register does not know more. */
  readonly birthDate?: string | undefined;
  readonly address?: RegisterAddress | undefined;
}

export interface RegisterAddress {
  /** ISO 3166, for example `BE`. */
  readonly country?: string | undefined;
  readonly street?: string | undefined;
  readonly houseNumber?: string | undefined;
  readonly postCode?: string | undefined;
  /** NIS code. */
  readonly municipalityCode?: string | undefined;
  readonly municipality?: string | undefined;
}

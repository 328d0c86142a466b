/** What the month digits say besides the month. */
export interface MonthBand {
  readonly register: 'national' | 'bis';
  /** 0 stands for an unknown month or an exhausted counter. */
  readonly month: number;
  /** Whether the serial's parity may be read as the sex. */
  readonly sexKnown: boolean;
}

const BANDS = [
  { raisedBy: 0, register: 'national', sexKnown: true },
  { raisedBy: 20, register: 'bis', sexKnown: false },
  { raisedBy: 40, register: 'bis', sexKnown: true },
] as const;

/** National numbers carry the month itself, BIS numbers the month + 20 (sex unknown at issue) or + 40 (known). */
export function bandOf(monthDigits: number): MonthBand | undefined {
  const band = BANDS.find(({ raisedBy }) => monthDigits >= raisedBy && monthDigits <= raisedBy + 12);
  if (band === undefined) return undefined;
  return { register: band.register, month: monthDigits - band.raisedBy, sexKnown: band.sexKnown };
}

import type { IdentityServiceSettings } from '#libs/config';

/** A recognised service that is in use: its row, complete. */
export type Partner = Omit<IdentityServiceSettings, 'issuer' | 'clientId'> & {
  readonly issuer: string;
  readonly clientId: string;
};

/** The rows that are recognised; the others are neither offered nor accepted. */
export function partnersIn(rows: readonly IdentityServiceSettings[]): Partner[] {
  return rows.flatMap((row) => {
    const { issuer, clientId, status } = row;
    if (status !== 'recognised' || issuer === undefined || clientId === undefined) return [];
    return [{ ...row, issuer, clientId }];
  });
}

/** Whether the recognition covers this day; both ends belong to it. */
export function isRecognisedOn(
  { recognisedFrom, recognisedUntil }: Pick<Partner, 'recognisedFrom' | 'recognisedUntil'>,
  now: Date,
): boolean {
  const day = now.toISOString().slice(0, 10);
  return day >= (recognisedFrom ?? day) && day <= (recognisedUntil ?? day);
}

/** To whom passkeys belong, and from where answers may come. */
export interface PasskeyRelyingParty {
  /** WebAuthn relying party identifier: a domain. */
  readonly rpId: string;
  /** Origin where passkeys prove who somebody is. */
  readonly provenAt: string;
  /** Origin where they are made. */
  readonly madeAt: string;
}

/**
 * @param addresses of FAS and SMA, of which browsers see the origin
 * @throws RangeError when browsers would never show a passkey of this domain there (WebAuthn 5.1.2)
 */
export function passkeyRelyingParty(
  rpId: string,
  addresses: { readonly fas: string; readonly sma: string },
): PasskeyRelyingParty {
  const [fas, sma] = [new URL(addresses.fas), new URL(addresses.sma)];
  for (const { hostname } of [fas, sma]) {
    if (hostname !== rpId && !hostname.endsWith(`.${rpId}`))
      throw new RangeError(`passkeys of ${rpId} cannot be used at ${hostname}`);
  }
  return { rpId, provenAt: fas.origin, madeAt: sma.origin };
}

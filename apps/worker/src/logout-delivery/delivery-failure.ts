/** A service did not take the news; the reason is a word of ours and goes into the record. */
export class DeliveryFailure extends Error {
  override readonly name = 'DeliveryFailure';

  constructor(
    readonly reason: string,
    /** No other attempt can help. */
    readonly final: boolean,
  ) {
    super(reason);
  }
}

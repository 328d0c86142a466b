export interface OutgoingSms {
  /** Ours; the same for every attempt at the same message. */
  readonly reference: string;
  /** E.164, for example `+32470000000`. */
  readonly to: string;
  readonly text: string;
  /** Milliseconds after which the SMS centre may drop it; a code is worthless once it expired. */
  readonly validFor?: number;
}

export type SubmitOutcome =
  | {
      readonly kind: 'accepted';
      /** Names that the centre gave, one per part. */ readonly ids: readonly string[];
    }
  | {
      readonly kind: 'refused';
      readonly code: string;
      /** Another attempt cannot help. */ readonly permanent: boolean;
    }
  /** The centre takes nothing more for the moment. */
  | { readonly kind: 'busy' }
  /** The connection broke or the centre was silent: the message may or may not go out. */
  | { readonly kind: 'unanswered' };

export type DeliveryState = 'delivered' | 'expired' | 'undeliverable' | 'under-way';

/** What the centre tells later about one part; may come twice, and before the answer to the submission is handled. */
export interface DeliveryReceipt {
  readonly id: string;
  readonly state: DeliveryState;
}

/** A way to the telephones. */
export interface SmsGateway {
  submit(sms: OutgoingSms): Promise<SubmitOutcome>;
  /** The centre tells it again later when the handler fails. */
  onReceipt(handler: (receipt: DeliveryReceipt) => Promise<void> | void): void;
  close(): Promise<void>;
}

import type { Queryable } from '#libs/database';
import type { FedId, Language } from '#libs/kernel';
import { activationMail, type Outbox } from '#libs/messaging';
import { hashToken } from '#libs/security';

export interface ActivationLink {
  readonly token: string;
  readonly fedId: FedId;
  readonly mail: string;
  readonly language: Language;
  /** Milliseconds. */
  readonly expiresAfter: number;
}

/** Mails the link of a first activation, in the transaction that makes it. */
export async function mailLink(
  { outbox, baseUrl }: { readonly outbox: Outbox; readonly baseUrl: string },
  tx: Queryable,
  { token, fedId, mail, language, expiresAfter }: ActivationLink,
): Promise<void> {
  await outbox.add(tx, {
    kind: 'mail',
    template: activationMail,
    to: mail,
    language,
    person: fedId,
    deduplicationKey: `activation:${hashToken(token)}`,
    expiresAfter,
    data: { url: `${baseUrl}/activate/${token}` },
  });
}

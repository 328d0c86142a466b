import { seconds, type Clock } from '#libs/kernel';
import type { FieldCipher } from '#libs/security';
import type { AcceptedRequest } from './received-request.js';
import type { SeenRequestsStore } from './seen-requests.store.js';

const CONTEXT = 'saml-posted-request';
const LIFETIME = seconds(60);

interface Sealed extends AcceptedRequest {
  readonly until: number;
}

/**
 * Carries an accepted request from a form that another site posted to a page of our own. Browsers leave our cookies out of
 * such a form (SameSite=Lax), so who is signed in is only known one redirect later. The request travels sealed, for one
 * minute and one use.
 */
export class PostedRequests {
  constructor(
    private readonly cipher: FieldCipher,
    private readonly seen: SeenRequestsStore,
    private readonly clock: Clock,
  ) {}

  seal({ request, state }: AcceptedRequest): string {
    const sealed: Sealed = { request, state, until: this.clock.now().getTime() + LIFETIME };
    return this.cipher.encrypt(JSON.stringify(sealed), CONTEXT);
  }

  /** Undefined when it is not ours, too old, or was opened before. */
  async open(text: string): Promise<AcceptedRequest | undefined> {
    const sealed = this.unseal(text);
    if (sealed === undefined || sealed.until < this.clock.now().getTime()) return undefined;
    const first = await this.seen.note(`posted\n${text}`, new Date(sealed.until));
    return first ? { request: sealed.request, state: sealed.state } : undefined;
  }

  private unseal(text: string): Sealed | undefined {
    try {
      return JSON.parse(this.cipher.decrypt(text, CONTEXT)) as Sealed;
    } catch {
      return undefined;
    }
  }
}

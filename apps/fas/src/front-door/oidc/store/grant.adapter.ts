import type { Adapter, AdapterPayload } from 'oidc-provider';
import { ATTRIBUTES } from '#libs/attributes';
import type { Answer } from './answer.js';
import type { AnswerStore } from './answer.store.js';
import { RecordAdapter } from './record.adapter.js';

/** The OpenID provider's grants are our answers; it reads them, and we write them when a sign-in is complete. */
export class GrantAdapter extends RecordAdapter implements Adapter {
  constructor(
    private readonly answers: AnswerStore,
    records: ConstructorParameters<typeof RecordAdapter>[1],
  ) {
    super('Grant', records);
  }

  override async find(id: string): Promise<AdapterPayload | undefined> {
    const answer = await this.answers.find(id);
    return answer && grantPayload(answer);
  }

  override async upsert(): Promise<void> {
    throw new Error('grants are written with the answer only');
  }

  override destroy(id: string): Promise<void> {
    return this.answers.forget(id);
  }
}

const ALL_CLAIMS = ATTRIBUTES.map(({ oidcClaim }) => oidcClaim);

export function grantPayload(
  answer: Pick<Answer, 'id' | 'fedId' | 'clientId' | 'scope' | 'createdAt' | 'expiresAt'>,
): AdapterPayload {
  return {
    kind: 'Grant',
    jti: answer.id,
    accountId: answer.fedId,
    clientId: answer.clientId,
    // Which values exist was decided with the answer; a claim that was not released has none.
    openid: { scope: answer.scope, claims: [...ALL_CLAIMS, 'acr', 'amr', 'auth_time'] },
    iat: Math.floor(answer.createdAt.getTime() / 1000),
    exp: Math.floor(answer.expiresAt.getTime() / 1000),
  };
}

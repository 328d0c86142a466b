import { randomUUID } from 'node:crypto';
import { ApiClientsStore, type ApiClient } from '#libs/agencies';
import type { Queryable } from '#libs/database';
import {
  apiClientIdFrom,
  systemClock,
  type ApiClientId,
  type EnterpriseNumber,
  type FedId,
} from '#libs/kernel';
import { hashToken, randomToken } from '#libs/security';
import type { ClientWish } from './client-form.js';

export interface MadeClient {
  readonly id: ApiClientId;
  /** For the only time that it can be read; absent when it has a key of its own. */
  readonly secret?: string;
}

/** The API clients of agencies; of a secret only the hash is kept. */
export class ApiClientsService {
  private readonly store: ApiClientsStore;

  constructor(
    database: Queryable,
    readonly clock = systemClock,
  ) {
    this.store = new ApiClientsStore(database);
  }

  of(agency: EnterpriseNumber): Promise<ApiClient[]> {
    return this.store.ofAgency(agency);
  }

  async make(
    agency: EnterpriseNumber,
    { jwk, name, rights, endsAt }: ClientWish,
    by: FedId,
  ): Promise<MadeClient> {
    const id = apiClientIdFrom(randomUUID());
    const secret = jwk === undefined ? randomToken() : undefined;
    const proof =
      secret === undefined
        ? ({ kind: 'key', jwk: jwk ?? {} } as const)
        : { kind: 'secret' as const, hash: hashToken(secret) };
    const createdAt = this.clock.now();
    await this.store.add({ id, agency, name, rights, proof, createdBy: by, createdAt, endsAt });
    return { id, ...(secret !== undefined && { secret }) };
  }

  /** Counts at the next call; false when it was withdrawn already. */
  withdraw(agency: EnterpriseNumber, id: ApiClientId, by: FedId): Promise<boolean> {
    return this.store.withdraw(id, agency, by, this.clock.now());
  }
}

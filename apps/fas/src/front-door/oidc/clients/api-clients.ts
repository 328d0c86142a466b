import type { ApiClient, ApiClientsStore } from '#libs/agencies';
import { parseApiClientId, type Clock, type EnterpriseNumber } from '#libs/kernel';

/** The programs of agencies, as the OpenID provider asks for them. */
export class ApiClients {
  /** Programs do not change hands, and there are few of them. */
  private readonly agencies = new Map<string, EnterpriseNumber>();

  constructor(
    private readonly store: Pick<ApiClientsStore, 'find'>,
    private readonly clock: Clock,
  ) {}

  /** Undefined when there is none that may do anything now. */
  async find(clientId: string): Promise<ApiClient | undefined> {
    const parsed = parseApiClientId(clientId);
    if (parsed.kind === 'invalid') return undefined;
    const found = await this.store.find(parsed.id, this.clock.now());
    if (found?.state !== 'usable') return undefined;
    this.agencies.set(clientId, found.client.agency);
    return found.client;
  }

  /** Of a program that was found before: for whom it works. */
  agencyOf(clientId: string): EnterpriseNumber | undefined {
    return this.agencies.get(clientId);
  }
}

import type { Adapter, AdapterPayload } from 'oidc-provider';
import type { RelyingParties } from '../../../relying-parties/relying-parties.js';
import { apiClientMetadata } from '../clients/api-client-metadata.js';
import type { ApiClients } from '../clients/api-clients.js';
import { clientMetadata } from '../clients/client-metadata.js';
import { refuseUnregisteredRequestObject } from '../clients/request-object.js';
import { RecordAdapter } from './record.adapter.js';

/** Visible characters and spaces (RFC 6749 appendix A.1); nobody registers longer ones. */
const CLIENT_ID = /^[\x20-\x7e]{1,200}$/;

/** Clients are the applications that speak OpenID Connect, and the programs of agencies; neither is registered here. */
export class ClientAdapter extends RecordAdapter implements Adapter {
  constructor(
    private readonly parties: RelyingParties,
    private readonly apiClients: Pick<ApiClients, 'find'>,
    records: ConstructorParameters<typeof RecordAdapter>[1],
  ) {
    super('Client', records);
  }

  override async find(clientId: string): Promise<AdapterPayload | undefined> {
    if (!CLIENT_ID.test(clientId)) return undefined;
    const application = await this.parties.findByClientId(clientId);
    if (application === undefined) return this.findApiClient(clientId);
    if (application.oidc === undefined || application.state !== 'active') return undefined;
    refuseUnregisteredRequestObject(application.oidc);
    return clientMetadata(application, application.oidc) as AdapterPayload;
  }

  private async findApiClient(clientId: string): Promise<AdapterPayload | undefined> {
    const client = await this.apiClients.find(clientId);
    return client && (apiClientMetadata(client) as AdapterPayload);
  }

  override async upsert(): Promise<void> {
    throw new Error('clients are registered by their agencies only');
  }
}

import type { KoaContextWithOIDC, Provider } from 'oidc-provider';
import type { Application } from '#libs/agencies';
import type { RelyingParties } from '../../../relying-parties/relying-parties.js';
import { refuseUnregisteredRequestObject } from './request-object.js';

type Client = NonNullable<KoaContextWithOIDC['oidc']['client']>;

/**
 * The provider writes out and hashes a client's metadata each time it looks the client up, several times per request,
 * to see whether it is the one that it knows. As long as the register gives the same application, it is: what changes
 * in the register is another object (see {@link RelyingParties}), and is looked up in full.
 */
export function keepKnownClients(provider: Provider, parties: Pick<RelyingParties, 'byClient'>): void {
  const clients = new WeakMap<Application, Client>();
  const model = provider.Client as unknown as { find(id: unknown): Promise<Client | undefined> };
  const findInFull = model.find.bind(model);
  model.find = async (id) => {
    const application = typeof id === 'string' ? parties.byClient(id) : undefined;
    const known = application && clients.get(application);
    if (application?.oidc !== undefined && known !== undefined) {
      refuseUnregisteredRequestObject(application.oidc);
      return known;
    }
    const client = await findInFull(id);
    if (application !== undefined && client !== undefined) clients.set(application, client);
    return client;
  };
}

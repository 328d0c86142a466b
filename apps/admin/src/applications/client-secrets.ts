import { createHash, randomBytes } from 'node:crypto';
import { ApplicationsStore, type ApplicationEnvironment } from '#libs/agencies';
import type { Queryable } from '#libs/database';
import { days, systemClock } from '#libs/kernel';
import type { Dossier, DossierEnvironment } from './dossier/dossier.js';

/** How long a service has to change over to a new secret. */
export const OVERLAP = days(7);

/** Makes client secrets; of each only the hash is kept. */
export class ClientSecrets {
  constructor(
    private readonly database: Queryable,
    private readonly clock = systemClock,
  ) {}

  /**
   * A new client secret, for the only time that it can be read; undefined when the service has none there.
   *
   * @param overlap milliseconds that the one before still counts; 0 when it leaked
   */
  async renew(
    { environments }: Pick<Dossier, 'environments'>,
    environment: ApplicationEnvironment,
    overlap: number,
  ): Promise<string | undefined> {
    const application = applicationWithSecret(environments[environment]);
    if (application === undefined) return undefined;
    const secret = randomBytes(32).toString('base64url');
    const hash = createHash('sha256').update(secret).digest('hex');
    const until = overlap > 0 ? new Date(this.clock.now().getTime() + overlap) : undefined;
    await new ApplicationsStore(this.database).replaceClientSecret(application, hash, until);
    return secret;
  }

  /** Lets no client secret count any more until a new one is made; false when the service has none there. */
  async withdraw(
    { environments }: Pick<Dossier, 'environments'>,
    environment: ApplicationEnvironment,
  ): Promise<boolean> {
    const application = applicationWithSecret(environments[environment]);
    if (application === undefined) return false;
    // A hash of what nobody ever saw.
    const hash = createHash('sha256').update(randomBytes(32)).digest('hex');
    await new ApplicationsStore(this.database).replaceClientSecret(application, hash);
    return true;
  }
}

const applicationWithSecret = (place: DossierEnvironment | undefined): string | undefined =>
  place?.settings?.tokenEndpointAuthMethod === 'client_secret_basic' ? place.application : undefined;

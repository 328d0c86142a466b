import type { Logger } from '#libs/http';
import { seconds, type Clock } from '#libs/kernel';
import type { Metrics } from '#libs/metrics';
import type { PeopleStore } from '#libs/people';
import type { ApsSettings } from '../aps.settings.js';
import { ContactDataSource } from './contact-data/contact-data.source.js';
import { StoredContacts } from './contact-data/stored-contacts.js';
import { GuardedSource } from './guarded-source.js';
import { IdentitySource } from './identity/identity.source.js';
import { NationalRegisterSource } from './national-register/national-register.source.js';
import { SoapTransport } from './soap/soap-transport.js';
import { sourceObserver } from './source-observer.js';
import { SourceRegistry } from './source-registry.js';
import type { AttributeSource } from './source.js';

export interface SourceParts {
  readonly settings: Pick<ApsSettings, 'nationalRegister' | 'guards'>;
  readonly people: PeopleStore;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly logger: Logger;
}

/** Longest that one of our own tables may take. */
const OWN_DATA = seconds(2);

/** Every source of this installation, with its bounds: a new one is a line here. */
export function sourceRegistry({ settings, people, clock, metrics, logger }: SourceParts): SourceRegistry {
  const { endpoint, signer, server, timeout } = settings.nationalRegister;
  const observe = sourceObserver(metrics, logger);
  const guarded = (source: AttributeSource, limit: number) =>
    new GuardedSource(source, { ...settings.guards, timeout: limit, clock, observe });
  const registry = new SourceRegistry([
    guarded(new IdentitySource(), OWN_DATA),
    guarded(new ContactDataSource(new StoredContacts(people)), OWN_DATA),
    guarded(
      new NationalRegisterSource({ transport: new SoapTransport(endpoint), signer, server, clock }),
      timeout,
    ),
  ]);
  metrics.gauge(
    { name: 'csam_aps_sources_out_of_service', help: 'Sources that are left alone because they failed' },
    () => registry.sources.filter(({ circuit }) => circuit !== 'closed').length,
  );
  return registry;
}

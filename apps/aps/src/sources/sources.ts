import type { AttributeSourceName } from '#libs/attributes';
import type { AvailabilityRecorder } from '#libs/availability';
import type { Database } from '#libs/database';
import { EnterprisesStore } from '#libs/enterprises';
import type { Logger } from '#libs/http';
import { seconds, type Clock } from '#libs/kernel';
import { showCertificateEnds, type Metrics } from '#libs/metrics';
import type { PeopleStore } from '#libs/people';
import type { ApsSettings, BusSettings, SoapSettings } from '../aps.settings.js';
import { SourcePing } from '../health/source-ping.js';
import { BisRegisterSource } from './bis-register/bis-register.source.js';
import { ContactDataSource } from './contact-data/contact-data.source.js';
import { StoredContacts } from './contact-data/stored-contacts.js';
import { EnterpriseFunctions } from './enterprise-register/enterprise-functions.js';
import { EnterpriseRegisterSource } from './enterprise-register/enterprise-register.source.js';
import { GuardedSource } from './guarded-source.js';
import { IdentitySource } from './identity/identity.source.js';
import { Mandates } from './mandates/mandates.js';
import { NationalRegisterSource } from './national-register/national-register.source.js';
import { BusClient } from './rest/bus-client.js';
import { RoleAdministration } from './roles/role-administration.js';
import { RolesSource } from './roles/roles.source.js';
import { SoapTransport } from './soap/soap-transport.js';
import { SourceGuard, type SourceGuards } from './source-guard.js';
import { sourceObserver } from './source-observer.js';
import { SourceRegistry } from './source-registry.js';
import type { AttributeSource } from './source.js';

export interface SourceParts {
  readonly settings: Pick<
    ApsSettings,
    'nationalRegister' | 'bisRegister' | 'enterpriseRegister' | 'roleAdministration' | 'guards'
  >;
  readonly database: Database;
  readonly people: PeopleStore;
  readonly availability: Pick<AvailabilityRecorder, 'note'>;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly logger: Logger;
}

/** Longest that one of our own tables may take. */
const OWN_DATA = seconds(2);

/** Every source of this installation, with its bounds: a new one is a line here. */
export function sourceRegistry(parts: SourceParts): SourceRegistry {
  const { settings, database, people, clock, metrics, logger, availability } = parts;
  const observe = sourceObserver(metrics, logger, availability);
  const bounds = (timeout: number): SourceGuards => ({ ...settings.guards, timeout, clock, observe });
  const guarded = (source: AttributeSource, timeout: number) => new GuardedSource(source, bounds(timeout));
  const soap = ({ endpoint, signer, server }: SoapSettings) => ({
    transport: new SoapTransport(endpoint),
    signer,
    server,
    clock,
  });
  const { nationalRegister, bisRegister, enterpriseRegister, roleAdministration } = settings;
  const ping = (name: AttributeSourceName, { healthUrl: url, timeout }: SoapSettings | BusSettings) =>
    url === undefined ? undefined : new SourcePing({ name, url, timeout, clock });
  const { customer, legalContext } = bisRegister;
  const bis = { ...soap(bisRegister), customer, legalContext };
  // Asking these twice harms nobody: unlike the registers of persons they bill and keep no consultation of ours.
  const hedging = ({ timeout }: BusSettings) => ({ ...bounds(timeout), hedgeAfter: timeout / 3 });
  const functions = {
    directory: new EnterpriseFunctions(new BusClient(enterpriseRegister.endpoint, clock)),
    guard: new SourceGuard('enterprise-register', hedging(enterpriseRegister)),
  };
  const roles = {
    directory: new RoleAdministration(new BusClient(roleAdministration.endpoint, clock)),
    guard: new SourceGuard('roles', hedging(roleAdministration)),
  };
  const mandates = new Mandates([functions, roles]);
  const single = [
    guarded(new IdentitySource(), OWN_DATA),
    guarded(new ContactDataSource(new StoredContacts(people)), OWN_DATA),
    guarded(new NationalRegisterSource(soap(nationalRegister)), nationalRegister.timeout),
    guarded(new BisRegisterSource(bis), bisRegister.timeout),
  ];
  const ofEnterprises = [
    new EnterpriseRegisterSource(mandates, new EnterprisesStore(database)),
    new RolesSource(mandates),
  ];
  const guards = [...single.map(({ guard }) => guard), functions.guard, roles.guard];
  const pings = [
    ping('national-register', nationalRegister),
    ping('bis-register', bisRegister),
    ping('enterprise-register', enterpriseRegister),
    ping('roles', roleAdministration),
  ].filter((one) => one !== undefined);
  const registry = new SourceRegistry([...single, ...ofEnterprises], guards, mandates, pings);
  const signed = [nationalRegister, bisRegister];
  showCertificateEnds(metrics, [
    ...signed.map(({ signer }) => [signer.certificate]),
    ...signed.map(({ server }) => server.certificates),
  ]);
  metrics.gauge(
    { name: 'csam_aps_sources_out_of_service', help: 'Sources that are left alone because they failed' },
    () => registry.guards.filter(({ circuit }) => circuit !== 'closed').length,
  );
  return registry;
}

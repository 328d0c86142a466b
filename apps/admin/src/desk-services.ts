import { ApplicationsStore } from '#libs/agencies';
import { ApsClient } from '#libs/attributes';
import { AuditReader } from '#libs/audit';
import {
  AccountNotices,
  Activations,
  DigitalKeysStore,
  DisownStore,
  IssuedActivations,
  PasswordStore,
} from '#libs/digital-keys';
import { tracedFetch } from '#libs/http';
import { systemClock } from '#libs/kernel';
import { Outbox } from '#libs/messaging';
import { NameIndex } from '#libs/people';
import { Throttle, type BlindIndex, type FieldCipher } from '#libs/security';
import { serviceProviderAddresses, type AppSessions, type ServiceProviderKey } from '#libs/service-provider';
import type { AdminServices } from './admin-services.js';
import { DraftsStore } from './registration-authority/drafts.store.js';
import { ApsKeys } from './registration-authority/register/aps-keys.js';
import { RegisterLookUp } from './registration-authority/register/register-look-up.js';
import { RegistrationDesk } from './registration-authority/registration-desk.js';
import { RegistrationService } from './registration-authority/registration.service.js';
import { RegistrationsStore } from './registration-authority/registrations.store.js';
import { NotMeDesk } from './service-desk/not-me/not-me-desk.js';
import { NotesStore } from './service-desk/notes.store.js';
import { DeskHelp } from './service-desk/people/desk-help.js';
import { LookUpsStore } from './service-desk/people/look-ups.store.js';
import { PersonDesk } from './service-desk/people/person-desk.js';
import { PersonFinder } from './service-desk/people/person-finder.js';
import { PersonViews } from './service-desk/people/person-view.js';

export interface DeskServices {
  readonly personDesk: PersonDesk;
  readonly deskHelp: DeskHelp;
  readonly notes: NotesStore;
  readonly notMe: NotMeDesk;
  readonly history: AuditReader;
  readonly applications: ApplicationsStore;
  readonly apsKeys: ApsKeys;
  readonly registrations: RegistrationsStore;
  readonly registration: RegistrationService;
  readonly registrationDesk: RegistrationDesk;
}

export interface DeskParts extends Pick<
  AdminServices,
  'config' | 'database' | 'audit' | 'recordKeys' | 'people'
> {
  readonly cipher: FieldCipher;
  readonly index: BlindIndex;
  readonly key: ServiceProviderKey;
  /** Of each of our own apps. */
  readonly apps: readonly AppSessions[];
}

/** What the service desk and the registration offices work with. */
export function deskServices(parts: DeskParts): DeskServices {
  const { config, database, cipher, index, people } = parts;
  const clock = systemClock;
  const outbox = new Outbox({ cipher, index });
  const keys = new DigitalKeysStore(database);
  const baseUrl = config.baseUrl.sma;
  const issuing = { database, cipher, index, outbox, baseUrl };
  const notices = new AccountNotices({ people, outbox, disown: new DisownStore(database), baseUrl });
  const activations = new IssuedActivations(issuing);
  const shared = { ...parts, clock, outbox, keys, notices, issuing, activations };
  return { ...forCallers(shared), ...forOffices(shared) };
}

interface Shared extends DeskParts {
  readonly clock: typeof systemClock;
  readonly outbox: Outbox;
  readonly keys: DigitalKeysStore;
  readonly notices: AccountNotices;
  readonly activations: IssuedActivations;
  readonly issuing: ConstructorParameters<typeof Activations>[0];
}

function forCallers(shared: Shared) {
  const { config, database, cipher, index, people, audit, clock, keys, activations } = shared;
  const passwords = new PasswordStore(database, cipher, index);
  const throttle = new Throttle(database, index);
  const history = new AuditReader(database, shared.recordKeys);
  const applications = new ApplicationsStore(database);
  const notes = new NotesStore(database);
  const finder = new PersonFinder({ people, passwords, names: new NameIndex(database, index) });
  const views = new PersonViews({
    people,
    passwords,
    keys,
    activations,
    throttle,
    history,
    applications,
    notes,
  });
  return {
    personDesk: new PersonDesk({
      finder,
      views,
      lookUps: new LookUpsStore(database),
      people,
      notes,
      audit,
      clock,
    }),
    deskHelp: new DeskHelp({ ...shared, passwords, throttle, smaUrl: config.baseUrl.sma }),
    notes,
    notMe: new NotMeDesk({ database, history, clock }),
    history,
    applications,
  };
}

function forOffices(shared: Shared) {
  const { config, database, cipher, index, audit, clock, activations } = shared;
  const apsKeys = new ApsKeys(shared.key, config.baseUrl.admin);
  const registrations = new RegistrationsStore(database, cipher, index);
  const register = new RegisterLookUp({
    aps: new ApsClient({
      baseUrl: config.baseUrl.aps,
      token: (call) => apsKeys.token(call),
      fetch: tracedFetch,
    }),
    applications: new ApplicationsStore(database),
    entityId: serviceProviderAddresses(config.baseUrl.admin).entityId,
  });
  return {
    apsKeys,
    registrations,
    registration: new RegistrationService({
      ...shared,
      activations: new Activations(shared.issuing),
      names: new NameIndex(database, index),
      register,
      registrations,
      drafts: new DraftsStore(database, cipher),
    }),
    registrationDesk: new RegistrationDesk({ registrations, activations, audit, clock }),
  };
}

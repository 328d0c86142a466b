import { ServiceContacts } from '#libs/agencies';
import { AuditWriter, RecordKeys } from '#libs/audit';
import type { Config } from '#libs/config';
import { Database } from '#libs/database';
import { hours, minutes } from '#libs/kernel';
import { Outbox } from '#libs/messaging';
import { PeopleStore } from '#libs/people';
import { QueueClient } from '#libs/queue';
import { BlindIndex, FieldCipher, masterKeyFromFile, SigningKeyRing } from '#libs/security';
import {
  AppSessions,
  ensureServiceProviderKey,
  fasClasses,
  fasIdentityProvider,
  ServiceProvider,
  serviceProviderAddresses,
  SignInDesk,
  StoredSignInState,
} from '#libs/service-provider';
import { StaffStore } from '#libs/staff';
import type { ApiDesk } from './api/access/api-desk.js';
import { openApiDesk } from './api/api-services.js';
import { Approvals } from './approvals/approvals.service.js';
import { deskServices, type DeskServices } from './desk-services.js';
import { officerChange } from './registration-authority/officers/officer-change.js';
import { applicationStateChange } from './service-desk/applications/application-state-change.js';
import { onboardingKinds } from './onboarding/change-kinds.js';
import { StaffDesk } from './staff/staff-desk.js';
import { agencyStandingKind, type AgencyStanding } from './agencies/standing/agency-standing.js';
import { AgencyNotices } from './agencies/standing/agency-notices.js';
import type { ChangeKind } from './approvals/change-kind.js';
import { AppStates } from './operations/status/app-states.js';
import { watchedApps } from './operations/status/watched-apps.js';

/** How this app is known among our service providers. */
const APP = 'admin';

/** What the parts of the administration share, made once at start. */
export interface AdminServices {
  readonly config: Config;
  readonly database: Database;
  readonly csrfKey: Buffer;
  readonly cipher: FieldCipher;
  readonly audit: AuditWriter;
  readonly recordKeys: RecordKeys;
  readonly states: AppStates;
  /** For operators; it connects when the first of them looks. */
  readonly queue: QueueClient;
  readonly provider: ServiceProvider;
  readonly desk: SignInDesk;
  readonly people: PeopleStore;
  readonly sessions: AppSessions;
  readonly staff: StaffStore;
  readonly staffDesk: StaffDesk;
  readonly approvals: Approvals;
  /** Tells the managers of agencies what was done to them. */
  readonly notices: AgencyNotices;
  readonly agencyStanding: ChangeKind<AgencyStanding>;
  /** Whom CSAM writes to about online services. */
  readonly contacts: ServiceContacts;
  /** Programs of agencies. */
  readonly apiDesk: ApiDesk;
  /** Service desk and registration offices. */
  readonly helpDesk: DeskServices;
}

export async function openAdminServices(config: Config): Promise<AdminServices> {
  const masterKey = masterKeyFromFile(config.masterKeyFile);
  const cipher = new FieldCipher(masterKey);
  const { url, maxConnections } = config.database;
  const database = await Database.open({ url, role: 'csam_admin', applicationName: APP, maxConnections });
  const index = new BlindIndex(masterKey);
  const recordKeys = new RecordKeys({ database, cipher, index });
  const audit = new AuditWriter({ database, keys: recordKeys });
  const people = new PeopleStore(database, cipher, index);
  const key = await ensureServiceProviderKey(database, cipher, APP);
  const provider = new ServiceProvider({
    addresses: serviceProviderAddresses(config.baseUrl.admin),
    key,
    identityProvider: fasIdentityProvider(config.baseUrl.fas, new SigningKeyRing({ database, cipher })),
    classes: fasClasses('citizen'),
    state: new StoredSignInState(database, APP),
  });
  const sessions = appSessions(config, { database, cipher }, APP);
  const smaSessions = appSessions(config, { database, cipher }, 'sma');
  const desk = new SignInDesk({
    app: APP,
    provider,
    sessions,
    audit,
    home: '/account',
    isActive: async (fedId) => (await people.find(fedId))?.state === 'active',
  });
  const staff = new StaffStore(database);
  const notices = new AgencyNotices({
    people,
    outbox: new Outbox({ cipher, index }),
    baseUrl: config.baseUrl.admin,
  });
  const agencyStanding = agencyStandingKind(notices);
  return {
    config,
    database,
    csrfKey: masterKey.derive('admin-csrf'),
    cipher,
    audit,
    recordKeys,
    states: new AppStates(watchedApps(config)),
    queue: new QueueClient({ url: config.queue.url }),
    provider,
    desk,
    people,
    sessions,
    staff,
    staffDesk: new StaffDesk({ desk, staff, audit }),
    approvals: new Approvals({
      database,
      audit,
      kinds: [applicationStateChange, officerChange, agencyStanding, ...onboardingKinds] as ChangeKind[],
    }),
    notices,
    agencyStanding,
    contacts: new ServiceContacts(database, cipher),
    apiDesk: openApiDesk({ config, database, cipher, audit }),
    helpDesk: deskServices({
      config,
      database,
      audit,
      recordKeys,
      people,
      cipher,
      index,
      key,
      apps: [sessions, smaSessions],
    }),
  };
}

/** The sessions of one of our apps; a key that the service desk suspends ends those of the others as well. */
function appSessions(
  { signIn }: Config,
  { database, cipher }: { database: Database; cipher: FieldCipher },
  provider: string,
): AppSessions {
  const [idle, absolute] = [minutes(signIn.idleMinutes), hours(signIn.absoluteHours)];
  return new AppSessions({ database, cipher, provider, idle, absolute });
}

/** Lets go of everything, the audit record first. */
export async function closeAdminServices({ audit, database, queue }: AdminServices): Promise<void> {
  await audit.drain();
  await queue.close();
  await database.close();
}

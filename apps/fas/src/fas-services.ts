import { ApplicationsStore } from '#libs/agencies';
import { AuditWriter, RecordKeys } from '#libs/audit';
import type { Config } from '#libs/config';
import type { Database } from '#libs/database';
import {
  DigitalKeysStore,
  passkeyRelyingParty,
  provableKeys,
  type CardServices,
  type ProvableKey,
} from '#libs/digital-keys';
import { hours, systemClock } from '#libs/kernel';
import { defaultLoaPolicy, withServices, type LoaPolicy } from '#libs/loa';
import { Outbox } from '#libs/messaging';
import { PeopleStore } from '#libs/people';
import {
  BlindIndex,
  FieldCipher,
  masterKeyFromFile,
  PasswordHasher,
  SigningKeyRing,
  Throttle,
} from '#libs/security';
import { nameServices } from '#libs/texts';
import { CompanyChoice } from './journey/choose-company/company-choice.js';
import { CompanyStore } from './journey/choose-company/company.store.js';
import { AttributeRelease } from './attributes/attribute-release.js';
import { apsAccess } from './attributes/aps-access.js';
import { cardServices } from './card-gate/card-services.js';
import { openCodeChannels, type OpenCodeChannels } from './codes/code-channels.js';
import { openDatabases } from './fas-databases.js';
import { Evaluator } from './journey/evaluation.js';
import { FrontDoors } from './journey/front-door.js';
import { JourneyRecord } from './journey/journey-record.js';
import { JourneyService } from './journey/journey.service.js';
import { ProofService } from './journey/prove-key/proof.service.js';
import { JourneyStore } from './journey/journey.store.js';
import { ReleaseDecisionsStore } from './journey/confirm-release/release-decisions.store.js';
import { SignInNotice } from './journey/sign-in-notice.js';
import { openPartners, type Partners } from './partners/partners.js';
import { openProfiles, type Profiles } from './registration/profiles.js';
import { openState, type RedisState } from './protocol-state/redis-state.js';
import { RelyingParties } from './relying-parties/relying-parties.js';
import { SignInSessionStore } from './sign-in-session/sign-in-session.store.js';
import { KeyStatus } from './status/key-status.js';
import { openSingleLogout, type SingleLogoutParts } from './single-logout/create-single-logout.js';

/** What the parts of FAS share, made once per process. */
export interface FasServices extends Profiles {
  readonly config: Config;
  readonly issuer: string;
  /** Commits to disk: audit, used codes, whatever a crash must not undo. */
  readonly database: Database;
  /** Commits without waiting for the disk: logins under way, sessions, tokens. */
  readonly state: Database;
  /** Where codes and tokens live when not in the database. */
  readonly redis: RedisState | undefined;
  readonly cipher: FieldCipher;
  readonly index: BlindIndex;
  readonly csrfKey: Buffer;
  readonly audit: AuditWriter;
  readonly ring: SigningKeyRing;
  readonly parties: RelyingParties;
  readonly sessions: SignInSessionStore;
  readonly journeyStore: JourneyStore;
  readonly decisions: ReleaseDecisionsStore;
  readonly evaluator: Evaluator;
  readonly journeys: JourneyService;
  readonly companies: CompanyChoice;
  readonly proofs: ProofService;
  readonly doors: FrontDoors;
  readonly keys: readonly ProvableKey[];
  /** A key's provider reports here that it does not work for the moment. */
  readonly status: KeyStatus;
  readonly throttle: Throttle;
  readonly cards: CardServices;
  readonly codes: OpenCodeChannels;
  readonly partners: Partners;
  /** Strength of all keys, recognised services among them. */
  readonly policy: LoaPolicy;
  readonly logout: SingleLogoutParts;
}

export async function openFasServices(config: Config): Promise<FasServices> {
  const masterKey = masterKeyFromFile(config.masterKeyFile);
  const cipher = new FieldCipher(masterKey);
  const index = new BlindIndex(masterKey);
  const [[database, state], redis] = await Promise.all([openDatabases(config), openState(config.state.url)]);
  const issuer = `${config.baseUrl.fas}/fas/oauth2`;
  const audit = new AuditWriter({ database, keys: new RecordKeys({ database, cipher, index }) });
  const ring = new SigningKeyRing({
    database,
    cipher,
    commonName: new URL(config.baseUrl.fas).hostname,
    publishRetiredFor: hours(24),
  });
  const parties = new RelyingParties(new ApplicationsStore(database));
  await Promise.all([ring.start(), parties.start(database)]);
  const sessions = new SignInSessionStore(state, config.signIn);
  const journeyStore = new JourneyStore(state, cipher);
  const decisions = new ReleaseDecisionsStore(state);
  const cards = cardServices(config, state, cipher);
  const codes = await openCodeChannels(config, database, cipher);
  const clock = systemClock;
  const hasher = new PasswordHasher({ masterKey });
  const throttle = new Throttle(state, index);
  const status = new KeyStatus(clock);
  const partners = await openPartners({ config, database, cipher, ring, audit, status, clock });
  const policy = withServices(
    defaultLoaPolicy,
    partners.list.map(({ strength }) => strength),
  );
  nameServices(config.identityServices);
  const keys = provableKeys({
    database,
    cipher,
    index,
    hasher,
    throttle,
    audit,
    cards,
    codes: codes.channels,
    services: partners.list,
    passkeys: passkeyRelyingParty(config.passkey.rpId, config.baseUrl),
  });
  status.provide(keys.map(({ kind }) => kind));
  await partners.watch.start();
  const aps = apsAccess(config.baseUrl.aps, ring, issuer);
  const evaluator = new Evaluator(policy, new AttributeRelease(aps), decisions, status);
  const companyStore = new CompanyStore(state, cipher);
  const companies = new CompanyChoice(aps, companyStore, audit);
  const journeys = new JourneyService({
    journeys: journeyStore,
    evaluator,
    decisions,
    companies: companyStore,
    audit,
    record: new JourneyRecord(audit),
    clock,
    journeyMinutes: config.signIn.journeyMinutes,
  });
  const people = new PeopleStore(database, cipher, index);
  const outbox = new Outbox({ cipher, index });
  const proofs = new ProofService({
    journeys: journeyStore,
    sessions,
    keys: new DigitalKeysStore(state),
    audit,
    notice: new SignInNotice(database, people, outbox, config.baseUrl.sma),
    policy,
    clock,
  });
  const profiles = openProfiles({
    database,
    cipher,
    index,
    hasher,
    throttle,
    people,
    outbox,
    audit,
    clock,
    baseUrl: config.baseUrl.fas,
    journeys: journeyStore,
    sessions,
    proofs,
  });
  return {
    config,
    issuer,
    database,
    state,
    redis,
    cipher,
    index,
    csrfKey: masterKey.derive('fas-csrf'),
    audit,
    ring,
    parties,
    sessions,
    journeyStore,
    decisions,
    evaluator,
    journeys,
    companies,
    proofs,
    doors: new FrontDoors(),
    keys,
    status,
    ...profiles,
    throttle,
    cards,
    codes,
    partners,
    policy,
    logout: await openSingleLogout(config, database, audit),
  };
}

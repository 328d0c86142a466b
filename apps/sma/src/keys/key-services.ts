import type { ApplicationsStore } from '#libs/agencies';
import type { AuditWriter } from '#libs/audit';
import type { Config } from '#libs/config';
import type { Database } from '#libs/database';
import {
  AccountNotices,
  Activations,
  CardGateAddress,
  CardReadingsStore,
  CertificateStore,
  createCertificateJudge,
  DeskAlert,
  Disowning,
  DisownStore,
  KeyLife,
  KeyLifeStore,
  KeySetup,
  KeySetupStore,
  manageableKeys,
  openCodeRoads,
  passkeyRelyingParty,
  RecoveriesStore,
  type CertificateShowing,
  type DigitalKeysStore,
  type ProvingFor,
  type SessionEnder,
} from '#libs/digital-keys';
import { defaultLoaPolicy } from '#libs/loa';
import { Outbox } from '#libs/messaging';
import type { PeopleStore } from '#libs/people';
import { PasswordHasher, Throttle, type BlindIndex, type FieldCipher, type MasterKey } from '#libs/security';
import { serviceProviderAddresses } from '#libs/service-provider';

export interface KeyServicesParts {
  readonly config: Config;
  readonly database: Database;
  readonly masterKey: MasterKey;
  readonly cipher: FieldCipher;
  readonly index: BlindIndex;
  readonly people: PeopleStore;
  readonly keys: DigitalKeysStore;
  readonly sessions: SessionEnder;
  readonly audit: AuditWriter;
  readonly applications: ApplicationsStore;
}

/** What changes keys: their life, their setup, and who is told. */
export async function keyServices(parts: KeyServicesParts) {
  const { config, database, masterKey, cipher, index, people, keys, sessions, audit } = parts;
  const throttle = new Throttle(database, index);
  const hasher = new PasswordHasher({ masterKey });
  const { sms, mail, baseUrl, queue } = config;
  const codes = await openCodeRoads({
    queueUrl: queue.url,
    database,
    cipher,
    host: new URL(baseUrl.sma).hostname,
    sms,
    longestMailQueue: mail.longestCodeQueue,
  });
  const sender = ownApplication(parts);
  const kinds = manageableKeys({
    database,
    cipher,
    index,
    hasher,
    throttle,
    codes: codes.channels,
    sender,
    audit,
    passkeys: passkeyRelyingParty(config.passkey.rpId, baseUrl),
    certificates: certificateShowing(parts),
  });
  const disown = new DisownStore(database);
  const outbox = new Outbox({ cipher, index });
  const notices = new AccountNotices({ people, outbox, disown, baseUrl: config.baseUrl.sma });
  const reports = `${config.baseUrl.admin}/service-desk/not-me`;
  const alert = new DeskAlert({ people, outbox, to: config.mail.serviceDesk, url: reports });
  const life = new KeyLifeStore(database);
  const shared = { database, keys, life, kinds, notices, sessions, audit, policy: defaultLoaPolicy };
  return {
    activations: new Activations({ database, cipher, index, outbox, baseUrl: baseUrl.sma }),
    codes,
    throttle,
    sender,
    hasher,
    kinds,
    disown,
    notices,
    outbox,
    life: new KeyLife(shared),
    disowning: new Disowning({ ...shared, disown, alert, recoveries: new RecoveriesStore(database) }),
    certificates: new CertificateStore(database, cipher, index),
    setup: new KeySetup({ ...shared, setups: new KeySetupStore(database, cipher) }),
  };
}

export type KeyServices = Awaited<ReturnType<typeof keyServices>>;

function certificateShowing({ config, database, cipher }: KeyServicesParts): CertificateShowing {
  const { baseUrl, certificate } = config;
  return {
    gate: new CardGateAddress(baseUrl.card, cipher),
    readings: new CardReadingsStore(database, cipher),
    ...(certificate.authorities.length > 0 && { judge: createCertificateJudge(certificate) }),
  };
}

/** This app as FAS knows it: who sends codes, and pays for them. */
const ownApplication =
  ({ config, applications }: KeyServicesParts) =>
  async (): Promise<ProvingFor> => {
    const { entityId } = serviceProviderAddresses(config.baseUrl.sma);
    const found = await applications.findByEntityId(entityId);
    if (found === undefined) throw new Error('this app is not registered with FAS');
    return { id: found.id, agency: found.agency.number, name: found.name };
  };

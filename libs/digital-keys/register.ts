import type { AuditWriter } from '#libs/audit';
import type { Database } from '#libs/database';
import { systemClock } from '#libs/kernel';
import { PeopleStore } from '#libs/people';
import type { BlindIndex, FieldCipher, PasswordHasher, Throttle } from '#libs/security';
import { CertificateKey } from './certificate/certificate.prove.js';
import type { CertificateJudge } from './certificate/certificate.judge.js';
import { CertificateService } from './certificate/certificate.service.js';
import { CertificateStore } from './certificate/certificate.store.js';
import { EidHolders } from './eid/eid-holders.js';
import { EidKey } from './eid/eid.prove.js';
import type { EidService } from './eid/eid.service.js';
import type { IdentityService } from './identity-service/identity-service.js';
import { IdentityServiceKey } from './identity-service/identity-service.prove.js';
import { ServiceStarts } from './identity-service/service-starts.js';
import { ServiceReferencesStore } from './identity-service/service-references.store.js';
import { KeyHolders } from './key-holders.js';
import type { EmailChannelOptions } from './email/email.channel.js';
import { emailKey } from './email/email.prove.js';
import { OwnKeys } from './own-keys.js';
import { PasskeyKey } from './passkey/passkey.prove.js';
import { PasskeyChallengesStore } from './passkey/passkey-challenges.store.js';
import { PasskeyProofService } from './passkey/passkey-proof.service.js';
import { PasskeyStore } from './passkey/passkey.store.js';
import type { PasskeyRelyingParty } from './passkey/relying-party.js';
import { PasswordKey } from './password/password.prove.js';
import { PasswordService } from './password/password.service.js';
import { PasswordStore } from './password/password.store.js';
import { CardGateVisits } from './pki/card-gate-visits.js';
import type { CardGateAddress } from './pki/card-gate-address.js';
import type { CardReadingsStore } from './pki/card-readings.store.js';
import type { ProvableKey } from './prove.js';
import type { SmsChannelOptions } from './sms/sms.channel.js';
import { SelfregPasswords } from './selfreg/selfreg.passwords.js';
import { SelfregKey } from './selfreg/selfreg.prove.js';
import { SelfregStore } from './selfreg/selfreg.store.js';
import { smsKey } from './sms/sms.prove.js';
import { TokenKey } from './token/token.prove.js';
import { TokenService } from './token/token.service.js';
import { TokenStore } from './token/token.store.js';
import { TotpKey } from './totp/totp.prove.js';
import { TotpService } from './totp/totp.service.js';
import { TotpStore } from './totp/totp.store.js';

/** What the slices of the keys are made from. */
export interface DigitalKeyServices {
  /** Must commit durably: it remembers which codes were used. */
  readonly database: Database;
  readonly cipher: FieldCipher;
  readonly index: BlindIndex;
  readonly hasher: PasswordHasher;
  readonly throttle: Throttle;
  readonly audit: AuditWriter;
  readonly cards: CardServices;
  readonly codes: CodeChannels;
  /** Recognised identity services, as the configuration names them. */
  readonly services: readonly IdentityService[];
  readonly passkeys: PasskeyRelyingParty;
}

/** The ways by which codes are sent. */
export interface CodeChannels {
  readonly sms: SmsChannelOptions;
  readonly email: EmailChannelOptions;
}

/** What reads and judges certificates: the listener's address, what it read, the judges of cards and of others. */
export interface CardServices {
  readonly gate: CardGateAddress;
  readonly readings: CardReadingsStore;
  readonly eid: EidService;
  /** Left out where no authority is trusted: the key is out of service then. */
  readonly certificates?: CertificateJudge;
}

/** Every digital key that FAS can ask for. A further key is a folder and a line here. */
export function provableKeys(services: DigitalKeyServices): ProvableKey[] {
  const { database, cipher, index, hasher, throttle, audit, cards, codes } = services;
  const people = new PeopleStore(database, cipher, index);
  const passwordStore = new PasswordStore(database, cipher, index);
  const passwords = new PasswordService(passwordStore, hasher, throttle);
  const codeServices = { database, people, index, throttle, audit, passwords };
  const visits = new CardGateVisits(cards.gate, cards.readings);
  return [
    new EidKey({ visits, cards: cards.eid, holders: new EidHolders(database, people), audit }),
    ...services.services.map(
      (service) =>
        new IdentityServiceKey({
          service,
          holders: new KeyHolders(database, people, { kind: service.key, enrolment: 'itsme' }),
          references: new ServiceReferencesStore(database, cipher),
          starts: new ServiceStarts(throttle, systemClock),
          audit,
        }),
    ),
    passkeyKey(services, passwordStore),
    new PasswordKey(passwords),
    new TotpKey(passwords, new TotpService(new TotpStore(database, cipher), throttle)),
    new TokenKey(passwords, new TokenService(new TokenStore(database, index), throttle)),
    ...certificateKeys(services, passwords, visits),
    smsKey(codeServices, codes.sms),
    emailKey(codeServices, codes.email),
    new SelfregKey(new SelfregPasswords(new SelfregStore(database, cipher, index), hasher, throttle)),
  ];
}

function certificateKeys(
  { database, cipher, index, throttle, cards }: DigitalKeyServices,
  passwords: PasswordService,
  visits: CardGateVisits,
): ProvableKey[] {
  const judge = cards.certificates;
  if (judge === undefined) return [];
  const store = new CertificateStore(database, cipher, index);
  const certificates = new CertificateService({ store, judge, throttle });
  return [new CertificateKey(passwords, certificates, visits)];
}

const passkeyKey = (
  { database, index, throttle, audit, passkeys: party }: DigitalKeyServices,
  passwords: PasswordStore,
): ProvableKey =>
  new PasskeyKey(
    new PasskeyProofService({
      store: new PasskeyStore(database),
      challenges: new PasskeyChallengesStore(database),
      own: new OwnKeys(database, audit),
      passwords,
      index,
      throttle,
      party,
    }),
  );

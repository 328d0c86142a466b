import type { AuditWriter } from '#libs/audit';
import type { Database } from '#libs/database';
import { PeopleStore, type ContactKind } from '#libs/people';
import type { BlindIndex, FieldCipher, PasswordHasher, Throttle } from '#libs/security';
import type { CertificateJudge } from './certificate/certificate.judge.js';
import { ManagedCertificate } from './certificate/certificate.manage.js';
import { CertificateStore } from './certificate/certificate.store.js';
import { emailChannel } from './email/email.channel.js';
import { emailWords } from './email/email.words.js';
import type { ManageableKey } from './life/manage.js';
import type { CodeChannel } from './one-time-code/code-channel.js';
import { usableContact } from './one-time-code/code-holders.js';
import { ManagedCode } from './one-time-code/code.manage.js';
import type { WordsOf } from './one-time-code/code-words.js';
import { setupCodes, type Destination } from './one-time-code/setup-codes.js';
import { ManagedPasskey } from './passkey/passkey.manage.js';
import { PasskeyService } from './passkey/passkey.service.js';
import type { PasskeyRelyingParty } from './passkey/relying-party.js';
import { ManagedPassword } from './password/password.manage.js';
import { PasswordService } from './password/password.service.js';
import { PasswordStore } from './password/password.store.js';
import type { CardGateAddress } from './pki/card-gate-address.js';
import type { CardReadingsStore } from './pki/card-readings.store.js';
import type { ProvingFor } from './prove.js';
import type { CodeChannels } from './register.js';
import { smsChannel } from './sms/sms.channel.js';
import { smsWords } from './sms/sms.words.js';
import { ManagedToken } from './token/token.manage.js';
import { TokenStore } from './token/token.store.js';
import { ManagedTotp } from './totp/totp.manage.js';
import { TotpStore } from './totp/totp.store.js';

/** What setting keys up is made from. */
export interface ManagementServices {
  /** Must commit durably. */
  readonly database: Database;
  readonly cipher: FieldCipher;
  readonly index: BlindIndex;
  readonly hasher: PasswordHasher;
  readonly throttle: Throttle;
  readonly codes: CodeChannels;
  /** Who sends codes while a key is set up. */
  readonly sender: () => Promise<ProvingFor>;
  readonly audit: AuditWriter;
  readonly passkeys: PasskeyRelyingParty;
  readonly certificates: CertificateShowing;
}

/** Where certificates are shown, and who judges them; no judge where no authority is trusted. */
export interface CertificateShowing {
  readonly gate: CardGateAddress;
  readonly readings: CardReadingsStore;
  readonly judge?: CertificateJudge;
}

/** Every digital key that SMA can set up. A further key is a folder and a line here. */
export function manageableKeys(services: ManagementServices): ManageableKey[] {
  const { database, cipher, index, hasher, throttle, codes, sender, audit, passkeys: party } = services;
  const people = new PeopleStore(database, cipher, index);
  const store = new PasswordStore(database, cipher, index);
  const passwords = new PasswordService(store, hasher, throttle);
  const codeKey = (channel: CodeChannel, words: WordsOf) => {
    const destination = usableDestination(people, channel.contact);
    const sending = setupCodes({ database, index, throttle, channel, destination });
    return new ManagedCode({ kind: channel.name, words, codes: sending, sender });
  };
  return [
    new ManagedPassword({ store, passwords, hasher, people }),
    new ManagedTotp(new TotpStore(database, cipher), store, throttle),
    new ManagedToken(new TokenStore(database, index), throttle),
    codeKey(smsChannel(codes.sms), smsWords),
    codeKey(emailChannel(codes.email), emailWords),
    new ManagedPasskey(new PasskeyService({ database, index, audit, party }), store),
    ...certificateKeys(services),
  ];
}

function certificateKeys(services: ManagementServices): ManageableKey[] {
  const { database, cipher, index, throttle, audit, certificates } = services;
  const { judge, ...showing } = certificates;
  if (judge === undefined) return [];
  const store = new CertificateStore(database, cipher, index);
  return [new ManagedCertificate({ store, judge, throttle, audit, ...showing })];
}

/** Where codes would go if there were a key for them. */
export const usableDestination =
  (people: PeopleStore, contact: ContactKind): Destination =>
  async (fedId) => {
    const [person, contacts] = await Promise.all([people.find(fedId), people.findContacts(fedId)]);
    const found = usableContact(contacts.filter(({ kind }) => kind === contact));
    return person && found && { destination: found.value, language: person.language };
  };

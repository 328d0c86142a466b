import { setupCodes, smsChannel, type Destination } from '#libs/digital-keys';
import { ContactsStore, PendingContactsStore } from '#libs/people';
import type { BlindIndex, FieldCipher } from '#libs/security';
import type { KeyServices } from '../keys/key-services.js';
import type { SmaServices } from '../sma-services.js';
import { ContactDataService } from './contact-data.service.js';
import { ContactProofs } from './contact-proofs.js';

export interface ContactServicesParts extends Pick<SmaServices, 'config' | 'database' | 'people' | 'audit'> {
  readonly cipher: FieldCipher;
  readonly index: BlindIndex;
  readonly keyServices: KeyServices;
}

/** What changes contact data. */
export function contactServices(parts: ContactServicesParts) {
  const { config, database, people, audit, cipher, index, keyServices } = parts;
  const { throttle, codes, sender, outbox, notices } = keyServices;
  const contacts = new ContactsStore(database, cipher, index);
  const pending = new PendingContactsStore(database, cipher, index);
  const destination: Destination = async (fedId) => {
    const [person, all] = await Promise.all([people.find(fedId), pending.ofPerson(fedId, new Date())]);
    const found = all.find(({ kind }) => kind === 'phone');
    return person && found && { destination: found.value, language: person.language };
  };
  const channel = smsChannel(codes.channels.sms);
  const phoneCodes = setupCodes({ database, index, throttle, channel, destination });
  const proofs = new ContactProofs({
    database,
    pending,
    people,
    outbox,
    throttle,
    phoneCodes,
    sender,
    baseUrl: config.baseUrl.sma,
  });
  return {
    contacts,
    contactData: new ContactDataService({ database, people, contacts, pending, proofs, notices, audit }),
  };
}

export type ContactServices = ReturnType<typeof contactServices>;

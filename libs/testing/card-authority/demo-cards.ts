import type { DemoPerson, DemoWorld } from '../demo-world.js';
import type { CardAuthorityName } from './authorities.js';
import type { CardOrder } from './card.js';

/** A card that the demo hands out. */
export interface DemoCard {
  /** Name of its files: `fabrice-fantome.p12`. */
  readonly name: string;
  readonly person: DemoPerson;
  readonly authority: CardAuthorityName;
  readonly revoked: boolean;
  /** What is special about it. */
  readonly meaning: string;
  readonly wishes: Pick<CardOrder, 'from' | 'until' | 'use' | 'key' | 'foreigner'>;
}

type Special = Pick<DemoCard, 'name' | 'meaning'> & Partial<DemoCard>;

/** Whose cards the odd ones are: somebody who has an eID and nothing else. */
const HOLDER_OF_ODD_CARDS = 'fabrice-fantome';
const FOREIGNER = 'ines-inkomend';

const ODD_CARDS: readonly Special[] = [
  { name: 'revoked', meaning: 'Reported lost, so it was revoked', revoked: true },
  { name: 'expired', meaning: 'Ended last month', wishes: { from: -3680, until: -30 } },
  { name: 'not-yet-valid', meaning: 'Holds from next month', wishes: { from: 30 } },
  {
    name: 'signature',
    meaning: 'The other certificate of a card: for signing',
    wishes: { use: 'signature' },
  },
  {
    name: 'stranger',
    meaning: 'From an authority of the same name that nobody trusts',
    authority: 'stranger',
  },
];

/** Name of the files of a person's certificate: `eline-eekhoorn-certificate.p12`. */
export const certificateName = (personId: string): string => `${personId}-certificate`;

/** Whose certificates the odd ones are: somebody who also has a right one. */
const HOLDER_OF_ODD_CERTIFICATES = 'eline-eekhoorn';

const ODD_CERTIFICATES: readonly Special[] = [
  { name: 'revoked', meaning: 'Registered, then revoked by who sold it', revoked: true },
  { name: 'expired', meaning: 'Registered, and ended last month', wishes: { from: -760, until: -30 } },
  { name: 'other', meaning: 'In order, and not registered as a key' },
  { name: 'signature', meaning: 'For signing documents only', wishes: { use: 'signature' } },
];

/** Those that are registered as a key of their person in the demo. */
export const REGISTERED_CERTIFICATES: readonly string[] = ['revoked', 'expired'].map(
  (name) => `${certificateName(HOLDER_OF_ODD_CERTIFICATES)}-${name}`,
);

/** Certificates on the market for everybody who signs in with one, and those with which nobody should. */
function demoCertificates(world: DemoWorld): readonly DemoCard[] {
  const plain = world.people.filter(({ keys }) => keys.includes('certificate')).map(certificateOf);
  const holder = certificateOf(world.person(HOLDER_OF_ODD_CERTIFICATES));
  return [
    ...plain,
    ...ODD_CERTIFICATES.map((special) => ({ ...holder, ...special, name: `${holder.name}-${special.name}` })),
  ];
}

const certificateOf = (person: DemoPerson): DemoCard => ({
  name: certificateName(person.id),
  person,
  authority: 'commercial',
  revoked: false,
  meaning: 'Certificate from a company, registered as a key',
  wishes: {},
});

/** One card or certificate for everybody who signs in with one, and those with which nobody should. */
export const demoCards = (world: DemoWorld): readonly DemoCard[] => [
  ...identityCards(world),
  ...demoCertificates(world),
];

function identityCards(world: DemoWorld): readonly DemoCard[] {
  const plain = world.people.filter(({ keys }) => keys.includes('eid')).map(cardOf);
  const foreigner = cardOf(world.person(FOREIGNER));
  return [
    ...plain,
    {
      ...foreigner,
      name: `${FOREIGNER}-foreigner`,
      authority: 'foreigner',
      meaning: 'Card of a foreigner; the person is known already by another key',
      wishes: { foreigner: true },
    },
    ...ODD_CARDS.map((special) => ({
      ...cardOf(world.person(HOLDER_OF_ODD_CARDS)),
      ...special,
      name: `${HOLDER_OF_ODD_CARDS}-${special.name}`,
    })),
  ];
}

const cardOf = (person: DemoPerson): DemoCard => ({
  name: person.id,
  person,
  authority: 'citizen',
  revoked: false,
  meaning: 'In order',
  // Older cards, of which there are many, hold an RSA key.
  wishes: person.id === HOLDER_OF_ODD_CARDS ? { key: 'RSA-2048' } : {},
});

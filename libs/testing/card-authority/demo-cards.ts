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

/** One card for everybody who signs in with one, and those with which nobody should. */
export function demoCards(world: DemoWorld): readonly DemoCard[] {
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

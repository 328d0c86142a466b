import type { Language } from '#libs/kernel';
import { exampleFrame, exampleService } from '#libs/ui';
import type { PageExample } from '#libs/ui';
import { EXAMPLE_JOURNEY } from '../../gallery/example-journey.js';
import { InformationPage } from './information.page.js';
import type { InformationProps, ReleasedAttribute } from './information.page.js';

const WORDS: Readonly<Record<Language, readonly string[]>> = {
  nl: ['Voornaam', 'Naam', 'Rijksregisternummer', 'E-mailadres', 'Rijksregister', 'Mijn digitale sleutels'],
  fr: [
    'Prénom',
    'Nom',
    'Numéro de registre national',
    'Adresse e-mail',
    'Registre national',
    'Mes clés numériques',
  ],
  de: [
    'Vorname',
    'Name',
    'Nationalregisternummer',
    'E-Mail-Adresse',
    'Nationalregister',
    'Meine digitalen Schlüssel',
  ],
  en: ['First name', 'Surname', 'National number', 'E-mail address', 'National Register', 'My digital keys'],
};

function attributesIn(language: Language): ReleasedAttribute[] {
  const [givenName = '', surname = '', nationalNumber = '', mail = '', register = '', keys = ''] =
    WORDS[language];
  return [
    { label: givenName, values: ['Lotte', 'Aurélie'], source: register, isNew: false },
    { label: surname, values: ['Voorbeeldmans'], source: register, isNew: false },
    { label: nationalNumber, values: ['00.00.01-003.64'], source: register, isNew: true },
    { label: mail, values: ['lotte.voorbeeldmans@voorbeeldpost.example'], source: keys, isNew: true },
  ];
}

function example(name: string, more: (language: Language) => Partial<InformationProps>): PageExample {
  return {
    name: `information/${name}`,
    render: (language) => (
      <InformationPage
        frame={exampleFrame(language)}
        service={exampleService(language)}
        action={`${EXAMPLE_JOURNEY}/information`}
        occasion="first-use"
        attributes={attributesIn(language)}
        legalBasis="RR 21/2015"
        {...more(language)}
      />
    ),
  };
}

export const informationExamples: readonly PageExample[] = [
  example('first-use', () => ({})),
  example('changed', () => ({ occasion: 'changed' })),
  example('asked-again', () => ({ occasion: 'asked-again' })),
  example('lasting', () => ({ lasting: true })),
  example('optional-unavailable', (language) => ({
    attributes: attributesIn(language).slice(0, 2),
    unavailable: WORDS[language].slice(2, 4),
  })),
];

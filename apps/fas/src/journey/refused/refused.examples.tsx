import type { Language, LocalisedText } from '#libs/kernel';
import { exampleFrame, exampleService } from '#libs/ui';
import type { PageExample } from '#libs/ui';
import { EXAMPLE_JOURNEY, EXAMPLE_REFERENCE } from '../../gallery/example-journey.js';
import { RefusedPage } from './refused.page.js';
import type { RefusedReason } from './refused.page.js';

const SURNAME: LocalisedText = { nl: 'Naam', fr: 'Nom', de: 'Name', en: 'Surname' };
const ADDRESS: LocalisedText = { nl: 'Adres', fr: 'Adresse', de: 'Adresse', en: 'Address' };
const REGISTER: LocalisedText = {
  nl: 'Rijksregister',
  fr: 'Registre national',
  de: 'Nationalregister',
  en: 'National Register',
};

function example(kind: RefusedReason['kind'], reasonIn: (language: Language) => RefusedReason): PageExample {
  return {
    name: `refused/${kind}`,
    render: (language) => {
      const service = exampleService(language);
      return (
        <RefusedPage
          frame={exampleFrame(language)}
          service={service}
          reason={reasonIn(language)}
          wayBack={{ kind: 'post', action: `${EXAMPLE_JOURNEY}/cancel`, service: service.application }}
          reference={EXAMPLE_REFERENCE}
        />
      );
    },
  };
}

export const refusedExamples: readonly PageExample[] = [
  example('no-key', () => ({ kind: 'no-key' })),
  example('profile-too-weak', () => ({ kind: 'profile-too-weak', required: 400, keysHref: '/sma/' })),
  example('source-down', (language) => ({
    kind: 'source-down',
    attributes: [SURNAME[language], ADDRESS[language]],
    source: REGISTER[language],
  })),
  example('attribute-unknown', (language) => ({
    kind: 'attribute-unknown',
    attributes: [ADDRESS[language]],
    source: REGISTER[language],
  })),
  example('profile-blocked', () => ({ kind: 'profile-blocked' })),
  example('other-person', () => ({ kind: 'other-person' })),
  example('cancelled', () => ({ kind: 'cancelled' })),
];

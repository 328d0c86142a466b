import type { Language, LocalisedText } from '#libs/kernel';
import { ErrorPage } from './error-page.js';
import { exampleFrame } from './examples.js';
import type { PageExample } from './examples.js';

const TITLE: LocalisedText = {
  nl: 'Deze pagina bestaat niet',
  fr: 'Cette page n’existe pas',
  de: 'Diese Seite gibt es nicht',
  en: 'This page does not exist',
};
const EXPLANATION: LocalisedText = {
  nl: 'Misschien is het adres onvolledig of is de pagina verplaatst.',
  fr: 'L’adresse est peut-être incomplète ou la page a été déplacée.',
  de: 'Vielleicht ist die Adresse unvollständig oder die Seite wurde verschoben.',
  en: 'Perhaps the address is incomplete, or the page has moved.',
};
const ACTION: LocalisedText = {
  nl: 'Kijk het adres na, of begin opnieuw bij de dienst waar u naartoe wilde.',
  fr: 'Vérifiez l’adresse, ou recommencez depuis le service où vous vouliez aller.',
  de: 'Prüfen Sie die Adresse oder beginnen Sie neu bei dem gewünschten Dienst.',
  en: 'Check the address, or start again from the service you wanted to go to.',
};

export const errorPageExamples: readonly PageExample[] = [
  {
    name: 'error',
    render: (language: Language) => (
      <ErrorPage
        frame={exampleFrame(language)}
        title={TITLE[language]}
        explanation={EXPLANATION[language]}
        action={ACTION[language]}
        reference="7K3F-9QXM"
        wayBack={{ kind: 'link', href: '/fas/' }}
      />
    ),
  },
];

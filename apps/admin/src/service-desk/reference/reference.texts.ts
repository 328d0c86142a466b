import { defineTexts } from '#libs/texts';

export const referenceTexts = defineTexts('admin/service-desk/reference', {
  title: {
    nl: 'Wat er bij een foutpagina gebeurde',
    fr: 'Ce qui s’est passé lors d’une page d’erreur',
    de: 'Was bei einer Fehlerseite geschah',
    en: 'What happened at an error page',
  },
  about: { nl: 'Referentie', fr: 'Référence', de: 'Referenz', en: 'Reference' },
  noReference: {
    nl: 'Dit is geen referentie: ze heeft acht letters en cijfers, zoals 7K3F-9QXM.',
    fr: 'Ce n’est pas une référence : elle a huit lettres et chiffres, comme 7K3F-9QXM.',
    de: 'Das ist keine Referenz: Sie hat acht Buchstaben und Ziffern, wie 7K3F-9QXM.',
    en: 'This is no reference: it has eight letters and digits, such as 7K3F-9QXM.',
  },
  nothing: {
    nl: 'Hieronder is niets bewaard. Controleer de tekens met de beller. Kloppen ze, dan zocht de beller een pagina die niet bestaat, of was het te druk: begin opnieuw bij de dienst.',
    fr: 'Rien n’est conservé sous celle-ci. Vérifiez les caractères avec l’appelant. S’ils sont corrects, l’appelant cherchait une page qui n’existe pas, ou il y avait trop de demandes : recommencez depuis le service.',
    de: 'Darunter ist nichts aufgezeichnet. Prüfen Sie die Zeichen mit dem Anrufer. Stimmen sie, suchte der Anrufer eine Seite, die es nicht gibt, oder es war zu viel los: Beginnen Sie neu beim Dienst.',
    en: 'Nothing was recorded under this one. Check the characters with the caller. If they are right, the caller looked for a page that does not exist, or it was too busy: start again from the service.',
  },
  back: {
    nl: 'Terug naar de servicedesk',
    fr: 'Retour au service desk',
    de: 'Zurück zum Service-Desk',
    en: 'Back to the service desk',
  },
});

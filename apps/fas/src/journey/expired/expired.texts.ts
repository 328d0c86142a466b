import { defineTexts } from '#libs/texts';

export const expiredTexts = defineTexts('fas/expired', {
  expiredTitle: {
    nl: 'Deze aanmelding is verlopen',
    fr: 'Cette identification a expiré',
    de: 'Diese Anmeldung ist abgelaufen',
    en: 'This sign-in has expired',
  },
  expired: {
    nl: 'Uit veiligheid houden we een aanmelding maar korte tijd open. Er is niets verstuurd.',
    fr: 'Pour votre sécurité, une identification ne reste ouverte que peu de temps. Rien n’a été envoyé.',
    de: 'Aus Sicherheitsgründen bleibt eine Anmeldung nur kurze Zeit offen. Es wurde nichts gesendet.',
    en: 'For your safety we keep a sign-in open for a short time only. Nothing has been sent.',
  },
  foreignTitle: {
    nl: 'Deze aanmelding begon in een andere browser',
    fr: 'Cette identification a commencé dans un autre navigateur',
    de: 'Diese Anmeldung hat in einem anderen Browser begonnen',
    en: 'This sign-in was started in another browser',
  },
  foreign: {
    nl: 'Een aanmelding werkt alleen in de browser waarin ze begon. Kreeg u deze link van iemand anders? Gebruik hem dan niet.',
    fr: 'Une identification ne fonctionne que dans le navigateur où elle a commencé. Quelqu’un vous a envoyé ce lien ? Ne l’utilisez pas.',
    de: 'Eine Anmeldung funktioniert nur in dem Browser, in dem sie begonnen hat. Hat Ihnen jemand diesen Link geschickt? Dann benutzen Sie ihn nicht.',
    en: 'A sign-in works only in the browser in which it was started. Did someone send you this link? Then do not use it.',
  },
  finishedTitle: {
    nl: 'Deze aanmelding is al afgerond',
    fr: 'Cette identification est déjà terminée',
    de: 'Diese Anmeldung ist bereits abgeschlossen',
    en: 'This sign-in is already finished',
  },
  finished: {
    nl: 'U bent waarschijnlijk met de knop Vorige teruggekeerd. U hoeft niets opnieuw te doen.',
    fr: 'Vous êtes sans doute revenu en arrière avec le bouton Précédent. Vous n’avez rien à refaire.',
    de: 'Sie sind wahrscheinlich mit der Zurück-Taste hierher gelangt. Sie müssen nichts noch einmal tun.',
    en: 'You probably came back with the Back button. You do not have to do anything again.',
  },
  startAgain: {
    nl: 'Begin opnieuw bij de dienst waar u naartoe wilde.',
    fr: 'Recommencez depuis le service où vous vouliez aller.',
    de: 'Beginnen Sie neu bei dem Dienst, zu dem Sie wollten.',
    en: 'Start again from the service you wanted to go to.',
  },
  goOn: {
    nl: 'Ga verder bij de dienst waar u naartoe wilde.',
    fr: 'Continuez auprès du service où vous vouliez aller.',
    de: 'Machen Sie weiter bei dem Dienst, zu dem Sie wollten.',
    en: 'Go on at the service you wanted to go to.',
  },
});

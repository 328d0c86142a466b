import { defineTexts } from '#libs/texts';

export const componentTexts = defineTexts('ui/components', {
  errorSummary: {
    nl: 'Kijk dit nog even na',
    fr: 'Vérifiez ce qui suit',
    de: 'Bitte prüfen Sie Folgendes',
    en: 'Please check the following',
  },
  errorPrefix: { nl: 'Fout:', fr: 'Erreur :', de: 'Fehler:', en: 'Error:' },
  showPassword: { nl: 'Tonen', fr: 'Afficher', de: 'Anzeigen', en: 'Show' },
  hidePassword: { nl: 'Verbergen', fr: 'Masquer', de: 'Verbergen', en: 'Hide' },
  copy: { nl: 'Kopiëren', fr: 'Copier', de: 'Kopieren', en: 'Copy' },
  copied: { nl: 'Gekopieerd', fr: 'Copié', de: 'Kopiert', en: 'Copied' },
  closesSoon: {
    nl: 'Deze aanmelding sluit binnen twee minuten.',
    fr: 'Cette identification se ferme dans deux minutes.',
    de: 'Diese Anmeldung schließt in zwei Minuten.',
    en: 'This sign-in closes within two minutes.',
  },
  stayOpen: {
    nl: 'Langer openhouden',
    fr: 'Garder ouvert plus longtemps',
    de: 'Länger offen halten',
    en: 'Keep it open longer',
  },
  openLonger: {
    nl: 'U hebt weer tijd. Wat u typte, staat er nog.',
    fr: 'Vous avez de nouveau du temps. Ce que vous avez tapé est toujours là.',
    de: 'Sie haben wieder Zeit. Was Sie getippt haben, ist noch da.',
    en: 'You have time again. What you typed is still there.',
  },
  closed: {
    nl: 'Deze aanmelding is gesloten. Begin opnieuw bij de dienst.',
    fr: 'Cette identification est fermée. Recommencez depuis le service.',
    de: 'Diese Anmeldung ist geschlossen. Beginnen Sie beim Dienst neu.',
    en: 'This sign-in has closed. Start again at the service.',
  },
  reference: {
    nl: 'Referentie voor de helpdesk',
    fr: 'Référence pour le service d’aide',
    de: 'Referenz für den Helpdesk',
    en: 'Reference for the help desk',
  },
  step: {
    nl: 'Stap {step} van {steps}',
    fr: 'Étape {step} sur {steps}',
    de: 'Schritt {step} von {steps}',
    en: 'Step {step} of {steps}',
  },
  signingInTo: {
    nl: 'U meldt zich aan bij',
    fr: 'Vous vous identifiez auprès de',
    de: 'Sie melden sich an bei',
    en: 'You are signing in to',
  },
  chartNumbers: {
    nl: 'De cijfers als tabel',
    fr: 'Les chiffres sous forme de tableau',
    de: 'Die Zahlen als Tabelle',
    en: 'The numbers as a table',
  },
  backToService: {
    nl: 'Terug naar {service}',
    fr: 'Retour à {service}',
    de: 'Zurück zu {service}',
    en: 'Back to {service}',
  },
  backToStart: {
    nl: 'Naar de startpagina van CSAM',
    fr: 'Aller à la page d’accueil de CSAM',
    de: 'Zur Startseite von CSAM',
    en: 'Go to the CSAM start page',
  },
});

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

import { defineTexts } from '#libs/texts';

export const registersTexts = defineTexts('sma/registers', {
  title: {
    nl: 'Wat diensten over u opvroegen',
    fr: 'Ce que des services ont demandé sur vous',
    de: 'Was Dienste über Sie abgefragt haben',
    en: 'What services asked about you',
  },
  lead: {
    nl: 'Als u zich aanmeldt, vraagt een dienst soms gegevens uit het Rijksregister of een ander register. Hier ziet u wie wat vroeg, en waarom dat mocht.',
    fr: 'Quand vous vous identifiez, un service demande parfois des données au Registre national ou à un autre registre. Vous voyez ici qui a demandé quoi, et à quel titre.',
    de: 'Wenn Sie sich anmelden, fragt ein Dienst manchmal Daten aus dem Nationalregister oder einem anderen Register ab. Hier sehen Sie, wer was abgefragt hat und warum er das durfte.',
    en: 'When you sign in, a service sometimes asks for data out of the National Register or another register. Here you see who asked what, and why that was allowed.',
  },
  nothing: {
    nl: 'Nog geen enkele dienst vroeg gegevens over u op.',
    fr: 'Aucun service n’a encore demandé de données sur vous.',
    de: 'Noch kein Dienst hat Daten über Sie abgefragt.',
    en: 'No service asked for data about you yet.',
  },
  back: {
    nl: 'Terug naar de geschiedenis',
    fr: 'Retour à l’historique',
    de: 'Zurück zum Verlauf',
    en: 'Back to the history',
  },
  given: {
    nl: 'Gekregen: {attributes}.',
    fr: 'Reçu : {attributes}.',
    de: 'Erhalten: {attributes}.',
    en: 'Received: {attributes}.',
  },
  refused: {
    nl: 'Geweigerd: {attributes}.',
    fr: 'Refusé : {attributes}.',
    de: 'Verweigert: {attributes}.',
    en: 'Refused: {attributes}.',
  },
  why: {
    nl: 'Waarom: u meldde u daar aan.',
    fr: 'Pourquoi : vous vous y êtes identifié.',
    de: 'Warum: Sie haben sich dort angemeldet.',
    en: 'Why: you signed in there.',
  },
  whyGround: {
    nl: 'Waarom: u meldde u daar aan. De dienst mag dit volgens {ground}.',
    fr: 'Pourquoi : vous vous y êtes identifié. Le service y a droit selon {ground}.',
    de: 'Warum: Sie haben sich dort angemeldet. Der Dienst darf das nach {ground}.',
    en: 'Why: you signed in there. The service may do so under {ground}.',
  },
});

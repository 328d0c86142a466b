import { defineTexts } from '#libs/texts';

export const chooseCompanyTexts = defineTexts('fas/choose-company', {
  title: {
    nl: 'Voor welke onderneming meldt u zich aan?',
    fr: 'Pour quelle entreprise vous connectez-vous ?',
    de: 'Für welches Unternehmen melden Sie sich an?',
    en: 'For which enterprise do you sign in?',
  },
  lead: {
    nl: 'U gebruikt {application} voor een onderneming. Kies welke. {agency} krijgt te horen voor welke u optreedt, en geen andere.',
    fr: 'Vous utilisez {application} pour une entreprise. Choisissez laquelle. {agency} apprend pour laquelle vous agissez, et aucune autre.',
    de: 'Sie nutzen {application} für ein Unternehmen. Wählen Sie es aus. {agency} erfährt, für welches Sie handeln, und kein anderes.',
    en: 'You are using {application} for an enterprise. Choose which one. {agency} is told for which one you act, and no other.',
  },
  enterprise: {
    nl: 'Onderneming {number}',
    fr: 'Entreprise {number}',
    de: 'Unternehmen {number}',
    en: 'Enterprise {number}',
  },
  unit: {
    nl: 'Alleen vestiging {unit}',
    fr: 'Uniquement l’établissement {unit}',
    de: 'Nur Niederlassung {unit}',
    en: 'Only establishment {unit}',
  },
  held: {
    nl: '{number} – {held}',
    fr: '{number} – {held}',
    de: '{number} – {held}',
    en: '{number} – {held}',
  },
  search: {
    nl: 'Zoek op naam of nummer in uw {total} ondernemingen',
    fr: 'Cherchez par nom ou numéro parmi vos {total} entreprises',
    de: 'Suchen Sie nach Name oder Nummer in Ihren {total} Unternehmen',
    en: 'Search by name or number in your {total} enterprises',
  },
  searchButton: { nl: 'Zoeken', fr: 'Chercher', de: 'Suchen', en: 'Search' },
  nothingFound: {
    nl: 'Niets gevonden voor “{search}”. Zoek op een deel van de naam of van het nummer.',
    fr: 'Rien trouvé pour « {search} ». Cherchez sur une partie du nom ou du numéro.',
    de: 'Nichts gefunden für „{search}“. Suchen Sie nach einem Teil des Namens oder der Nummer.',
    en: 'Nothing found for “{search}”. Search for a part of the name or of the number.',
  },
  more: {
    nl: 'U ziet er {shown} van {count}. Zoek om de andere te zien.',
    fr: 'Vous en voyez {shown} sur {count}. Cherchez pour voir les autres.',
    de: 'Sie sehen {shown} von {count}. Suchen Sie, um die anderen zu sehen.',
    en: 'You see {shown} of {count}. Search to see the others.',
  },
  incompleteTitle: {
    nl: 'De lijst is misschien niet volledig',
    fr: 'La liste n’est peut-être pas complète',
    de: 'Die Liste ist vielleicht nicht vollständig',
    en: 'The list may not be complete',
  },
  incomplete: {
    nl: 'Een van de bronnen antwoordt nu niet. Mist u een onderneming?',
    fr: 'Une des sources ne répond pas pour le moment. Il manque une entreprise ?',
    de: 'Eine der Quellen antwortet im Moment nicht. Fehlt ein Unternehmen?',
    en: 'One of the sources does not answer now. Is an enterprise missing?',
  },
  tryAgain: { nl: 'Probeer opnieuw', fr: 'Réessayer', de: 'Erneut versuchen', en: 'Try again' },
  titleNone: {
    nl: 'U kunt voor geen onderneming optreden',
    fr: 'Vous ne pouvez agir pour aucune entreprise',
    de: 'Sie können für kein Unternehmen handeln',
    en: 'You cannot act for an enterprise',
  },
  none: {
    nl: '{application} is er voor wie voor een onderneming optreedt. Wij vinden geen functie of rol van u, of ze is voorbij.',
    fr: '{application} s’adresse à ceux qui agissent pour une entreprise. Nous ne trouvons ni fonction ni rôle pour vous, ou ils ont pris fin.',
    de: '{application} ist für Personen, die für ein Unternehmen handeln. Wir finden keine Funktion oder Rolle von Ihnen, oder sie ist beendet.',
    en: '{application} is for those who act for an enterprise. We find no function or role of yours, or it has ended.',
  },
  noneWhat: {
    nl: 'Hebt u een functie? Laat ze inschrijven in de Kruispuntbank van Ondernemingen. Werkt u er? Vraag een rol aan de toegangsbeheerder van uw onderneming.',
    fr: 'Vous exercez une fonction ? Faites-la inscrire à la Banque-Carrefour des Entreprises. Vous y travaillez ? Demandez un rôle au gestionnaire d’accès de votre entreprise.',
    de: 'Haben Sie eine Funktion? Lassen Sie sie in der Zentralen Unternehmensdatenbank eintragen. Arbeiten Sie dort? Bitten Sie den Zugangsverwalter Ihres Unternehmens um eine Rolle.',
    en: 'Do you hold a function? Have it registered in the Crossroads Bank for Enterprises. Do you work there? Ask the access manager of your enterprise for a role.',
  },
  titleAway: {
    nl: 'We kunnen uw ondernemingen nu niet opvragen',
    fr: 'Nous ne pouvons pas consulter vos entreprises pour le moment',
    de: 'Wir können Ihre Unternehmen im Moment nicht abfragen',
    en: 'We cannot look up your enterprises now',
  },
  away: {
    nl: 'De bronnen die weten voor wie u optreedt, antwoorden niet. Probeer het over enkele minuten opnieuw.',
    fr: 'Les sources qui savent pour qui vous agissez ne répondent pas. Réessayez dans quelques minutes.',
    de: 'Die Quellen, die wissen, für wen Sie handeln, antworten nicht. Versuchen Sie es in einigen Minuten erneut.',
    en: 'The sources that know for whom you act do not answer. Try again in a few minutes.',
  },
  cancel: {
    nl: 'Terug naar {application}',
    fr: 'Retour à {application}',
    de: 'Zurück zu {application}',
    en: 'Back to {application}',
  },
});

import { defineTexts } from '#libs/texts';

export const informationTexts = defineTexts('fas/information', {
  titleFirst: {
    nl: 'Deze gegevens gaan naar de dienst',
    fr: 'Ces données sont envoyées au service',
    de: 'Diese Daten gehen an den Dienst',
    en: 'This information goes to the service',
  },
  titleChanged: {
    nl: 'Er gaan andere gegevens naar de dienst',
    fr: 'D’autres données sont envoyées au service',
    de: 'Es gehen andere Daten an den Dienst',
    en: 'Different information goes to the service',
  },
  leadFirst: {
    nl: 'U gebruikt {application} voor het eerst. {agency} krijgt deze gegevens van ons zodra u doorgaat.',
    fr: 'Vous utilisez {application} pour la première fois. {agency} recevra ces données dès que vous continuez.',
    de: 'Sie nutzen {application} zum ersten Mal. {agency} erhält diese Daten von uns, sobald Sie fortfahren.',
    en: 'You are using {application} for the first time. {agency} receives this information from us as soon as you continue.',
  },
  leadChanged: {
    nl: 'Sinds uw vorige bezoek aan {application} is veranderd welke gegevens {agency} krijgt. Wat nieuw is, staat aangeduid.',
    fr: 'Depuis votre dernière visite à {application}, les données que reçoit {agency} ont changé. Les nouveautés sont signalées.',
    de: 'Seit Ihrem letzten Besuch bei {application} hat sich geändert, welche Daten {agency} erhält. Neues ist gekennzeichnet.',
    en: 'Since your last visit to {application}, the information that {agency} receives has changed. What is new is marked.',
  },
  leadAgain: {
    nl: '{application} vraagt u om dit nog eens te bekijken. {agency} krijgt deze gegevens van ons zodra u doorgaat.',
    fr: '{application} vous demande de revoir ceci. {agency} recevra ces données dès que vous continuez.',
    de: '{application} bittet Sie, dies noch einmal anzusehen. {agency} erhält diese Daten von uns, sobald Sie fortfahren.',
    en: '{application} asks you to look at this again. {agency} receives this information from us as soon as you continue.',
  },
  lastingTitle: {
    nl: 'Ook wanneer u niet aangemeld bent',
    fr: 'Aussi quand vous n’êtes pas connecté',
    de: 'Auch wenn Sie nicht angemeldet sind',
    en: 'Also when you are not signed in',
  },
  lasting: {
    nl: '{agency} kan deze gegevens ook later bij ons opvragen, zonder dat u zich opnieuw aanmeldt. Dat stopt vanzelf na een tijd, en meteen als u deze sleutel stopzet.',
    fr: '{agency} peut aussi nous demander ces données plus tard, sans que vous vous reconnectiez. Cela s’arrête après un certain temps, et aussitôt si vous arrêtez cette clé.',
    de: '{agency} kann diese Daten auch später bei uns abrufen, ohne dass Sie sich erneut anmelden. Das endet nach einiger Zeit von selbst, und sofort, wenn Sie diesen Schlüssel sperren.',
    en: '{agency} can also ask us for this information later, without you signing in again. That ends by itself after some time, and at once when you stop this key.',
  },
  yes: { nl: 'Ja', fr: 'Oui', de: 'Ja', en: 'Yes' },
  no: { nl: 'Nee', fr: 'Non', de: 'Nein', en: 'No' },
  fresh: { nl: 'Nieuw', fr: 'Nouveau', de: 'Neu', en: 'New' },
  origin: { nl: 'Bron: {source}', fr: 'Source : {source}', de: 'Quelle: {source}', en: 'Source: {source}' },
  attributes: {
    nl: 'Uw gegevens',
    fr: 'Vos données',
    de: 'Ihre Daten',
    en: 'Your information',
  },
  unavailableTitle: {
    nl: 'Nu niet beschikbaar',
    fr: 'Indisponible pour le moment',
    de: 'Im Moment nicht verfügbar',
    en: 'Not available at the moment',
  },
  unavailable: {
    nl: 'De dienst vroeg ook: {attributes}. We konden dat nu niet ophalen. U kunt wel doorgaan.',
    fr: 'Le service demandait aussi : {attributes}. Nous n’avons pas pu l’obtenir. Vous pouvez continuer malgré tout.',
    de: 'Der Dienst fragte auch nach: {attributes}. Das konnten wir jetzt nicht abrufen. Sie können trotzdem fortfahren.',
    en: 'The service also asked for: {attributes}. We could not get that now. You can still continue.',
  },
  whyTitle: {
    nl: 'Waarom mag dit?',
    fr: 'Pourquoi est-ce permis ?',
    de: 'Warum ist das erlaubt?',
    en: 'Why is this allowed?',
  },
  legalBasis: {
    nl: '{agency} mag deze gegevens krijgen op grond van: {basis}. De dienst krijgt nooit meer dan hier staat.',
    fr: '{agency} peut recevoir ces données en vertu de : {basis}. Le service ne reçoit jamais plus que ce qui figure ici.',
    de: '{agency} darf diese Daten erhalten auf Grundlage von: {basis}. Der Dienst erhält nie mehr, als hier steht.',
    en: '{agency} may receive this information on the basis of: {basis}. The service never receives more than is shown here.',
  },
  wrongData: {
    nl: 'Klopt er iets niet? Vraag een verbetering bij de bron die erbij staat.',
    fr: 'Une erreur ? Demandez une correction à la source indiquée.',
    de: 'Stimmt etwas nicht? Beantragen Sie eine Berichtigung bei der angegebenen Quelle.',
    en: 'Is something wrong? Ask the source named beside it to correct it.',
  },
  again: {
    nl: 'We tonen u dit alleen opnieuw als er iets verandert.',
    fr: 'Nous ne vous montrerons cette page que si quelque chose change.',
    de: 'Wir zeigen Ihnen diese Seite nur wieder, wenn sich etwas ändert.',
    en: 'We show you this again only when something changes.',
  },
  proceed: {
    nl: 'Doorgaan naar {application}',
    fr: 'Continuer vers {application}',
    de: 'Weiter zu {application}',
    en: 'Continue to {application}',
  },
  cancel: {
    nl: 'Annuleren: niets versturen',
    fr: 'Annuler : ne rien envoyer',
    de: 'Abbrechen: nichts senden',
    en: 'Cancel: send nothing',
  },
});

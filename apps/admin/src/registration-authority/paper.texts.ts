import { defineTexts } from '#libs/texts';

export const paperTexts = defineTexts('admin/registration/paper', {
  title: {
    nl: 'Uw activeringscode',
    fr: 'Votre code d’activation',
    de: 'Ihr Aktivierungscode',
    en: 'Your activation code',
  },
  officer: {
    nl: 'Druk dit nu af en geef het aan de persoon: u ziet deze code maar één keer. De link is naar de persoon gemaild.',
    fr: 'Imprimez ceci maintenant et remettez-le à la personne : vous ne voyez ce code qu’une fois. Le lien lui a été envoyé par e-mail.',
    de: 'Drucken Sie dies jetzt und geben Sie es der Person: Sie sehen diesen Code nur einmal. Der Link wurde der Person gemailt.',
    en: 'Print this now and give it to the person: you see this code only once. The link was mailed to the person.',
  },
  code: { nl: 'Code', fr: 'Code', de: 'Code', en: 'Code' },
  steps: {
    nl: 'Zo maakt u uw sleutels',
    fr: 'Comment créer vos clés',
    de: 'So erstellen Sie Ihre Schlüssel',
    en: 'How to make your keys',
  },
  step1: {
    nl: 'Open de e-mail ‘Mijn digitale sleutels: activeer uw sleutels’.',
    fr: 'Ouvrez l’e-mail « Mes clés numériques : activez vos clés ».',
    de: 'Öffnen Sie die E-Mail „Meine digitalen Schlüssel: Schlüssel aktivieren“.',
    en: 'Open the e-mail “My digital keys: activate your keys”.',
  },
  step2: {
    nl: 'Klik op de link en typ de code. Dat kan tot {until}, en u hebt vijf pogingen.',
    fr: 'Cliquez sur le lien et tapez le code. C’est possible jusqu’au {until}, en cinq essais.',
    de: 'Klicken Sie auf den Link und geben Sie den Code ein. Das geht bis {until}, mit fünf Versuchen.',
    en: 'Click the link and type the code. You can until {until}, in five tries.',
  },
  step3: {
    nl: 'Kies een wachtwoord en een tweede sleutel. Geef ze aan niemand, ook niet aan ons.',
    fr: 'Choisissez un mot de passe et une deuxième clé. Ne les donnez à personne, pas même à nous.',
    de: 'Wählen Sie ein Passwort und einen zweiten Schlüssel. Geben Sie sie niemandem, auch uns nicht.',
    en: 'Choose a password and a second key. Give them to nobody, not even to us.',
  },
  help: {
    nl: 'Hulp nodig? Kijk op',
    fr: 'Besoin d’aide ? Voyez',
    de: 'Brauchen Sie Hilfe? Siehe',
    en: 'Do you need help? See',
  },
  print: {
    nl: 'Gebruik ‘Afdrukken’ in uw browser.',
    fr: 'Utilisez « Imprimer » dans votre navigateur.',
    de: 'Verwenden Sie „Drucken“ in Ihrem Browser.',
    en: 'Use “Print” in your browser.',
  },
  done: {
    nl: 'Klaar, terug naar het kantoor',
    fr: 'Terminé, retour au bureau',
    de: 'Fertig, zurück zum Amt',
    en: 'Done, back to the office',
  },
  one: { nl: 'Een registratie', fr: 'Un enregistrement', de: 'Eine Registrierung', en: 'A registration' },
  resend: {
    nl: 'Link opnieuw mailen',
    fr: 'Renvoyer le lien',
    de: 'Link erneut mailen',
    en: 'Mail the link again',
  },
  withdraw: { nl: 'Intrekken', fr: 'Révoquer', de: 'Widerrufen', en: 'Withdraw' },
  resendTitle: {
    nl: 'De link opnieuw mailen?',
    fr: 'Renvoyer le lien ?',
    de: 'Den Link erneut mailen?',
    en: 'Mail the link again?',
  },
  resendAbout: {
    nl: 'De link gaat naar hetzelfde adres. De code op papier blijft geldig.',
    fr: 'Le lien va à la même adresse. Le code sur papier reste valable.',
    de: 'Der Link geht an dieselbe Adresse. Der Code auf Papier bleibt gültig.',
    en: 'The link goes to the same address. The code on paper stays good.',
  },
  withdrawTitle: {
    nl: 'Deze activering intrekken?',
    fr: 'Révoquer cette activation ?',
    de: 'Diese Aktivierung widerrufen?',
    en: 'Withdraw this activation?',
  },
  withdrawAbout: {
    nl: 'Link en code werken niet meer. Dit kan niet ongedaan gemaakt worden: de persoon moet opnieuw naar een kantoor.',
    fr: 'Lien et code ne fonctionnent plus. Ceci ne peut pas être annulé : la personne devra revenir à un bureau.',
    de: 'Link und Code gelten nicht mehr. Das kann nicht rückgängig gemacht werden: Die Person muss erneut zu einem Amt.',
    en: 'Link and code stop working. This cannot be undone: the person has to come to an office again.',
  },
  ended: { nl: 'Het is gedaan.', fr: 'C’est fait.', de: 'Es ist erledigt.', en: 'It is done.' },
});

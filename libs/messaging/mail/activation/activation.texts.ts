import { defineTexts } from '#libs/texts';

export const activationTexts = defineTexts('messaging/activation', {
  subject: {
    nl: 'Mijn digitale sleutels: activeer uw sleutels',
    fr: 'Mes clés numériques : activez vos clés',
    de: 'Meine digitalen Schlüssel: Schlüssel aktivieren',
    en: 'My digital keys: activate your keys',
  },
  preview: {
    nl: 'Houd de code op papier bij de hand.',
    fr: 'Gardez le code sur papier à portée de main.',
    de: 'Halten Sie den Code auf Papier bereit.',
    en: 'Keep the code on paper at hand.',
  },
  introduction: {
    nl: 'U was bij een registratiekantoor. Met deze e-mail en de code die u daar op papier kreeg, maakt u uw sleutels.',
    fr: 'Vous êtes passé à un bureau d’enregistrement. Avec cet e-mail et le code reçu sur papier, vous créez vos clés.',
    de: 'Sie waren bei einem Registrierungsamt. Mit dieser E-Mail und dem Code auf Papier erstellen Sie Ihre Schlüssel.',
    en: 'You were at a registration office. With this e-mail and the code that you got there on paper you make your keys.',
  },
  paper: {
    nl: 'Neem het papier met de activeringscode.',
    fr: 'Prenez le papier avec le code d’activation.',
    de: 'Nehmen Sie das Papier mit dem Aktivierungscode.',
    en: 'Take the paper with the activation code.',
  },
  open: {
    nl: 'Open de pagina en typ de code. U hebt 14 dagen tijd en 5 pogingen.',
    fr: 'Ouvrez la page et tapez le code. Vous avez 14 jours et 5 essais.',
    de: 'Öffnen Sie die Seite und geben Sie den Code ein. Sie haben 14 Tage und 5 Versuche.',
    en: 'Open the page and type the code. You have 14 days and 5 tries.',
  },
  choose: {
    nl: 'Kies een wachtwoord en een tweede sleutel.',
    fr: 'Choisissez un mot de passe et une deuxième clé.',
    de: 'Wählen Sie ein Passwort und einen zweiten Schlüssel.',
    en: 'Choose a password and a second key.',
  },
  action: {
    nl: 'Sleutels activeren',
    fr: 'Activer mes clés',
    de: 'Schlüssel aktivieren',
    en: 'Activate keys',
  },
  notYou: {
    nl: 'Was u dit niet?',
    fr: 'Ce n’était pas vous ?',
    de: 'Waren Sie das nicht?',
    en: 'Was this not you?',
  },
  ignore: {
    nl: 'Dan hoeft u niets te doen. Zonder de code op papier kan niemand verder.',
    fr: 'Alors ne faites rien. Sans le code sur papier, personne ne peut continuer.',
    de: 'Dann müssen Sie nichts tun. Ohne den Code auf Papier kommt niemand weiter.',
    en: 'Then you need do nothing. Without the code on paper nobody can go on.',
  },
});

import { defineTexts } from '#libs/texts';

export const recoveryTexts = defineTexts('messaging/recovery', {
  heading: {
    nl: 'Uw gebruikersnaam of wachtwoord',
    fr: 'Votre nom d’utilisateur ou mot de passe',
    de: 'Ihr Benutzername oder Passwort',
    en: 'Your user name or password',
  },
  preview: {
    nl: 'U vroeg ons om hulp bij het aanmelden.',
    fr: 'Vous nous avez demandé de l’aide pour vous identifier.',
    de: 'Sie haben uns um Hilfe beim Anmelden gebeten.',
    en: 'You asked us for help with signing in.',
  },
  username: { nl: 'Gebruikersnaam', fr: 'Nom d’utilisateur', de: 'Benutzername', en: 'User name' },
  link: {
    nl: 'Weet u uw wachtwoord nog? Dan kunt u zich gewoon aanmelden. Bent u het vergeten? Druk op de knop. Om u te beschermen kiest u een nieuw wachtwoord pas 24 uur later.',
    fr: 'Vous connaissez encore votre mot de passe ? Identifiez-vous simplement. Vous l’avez oublié ? Appuyez sur le bouton. Pour vous protéger, vous ne choisirez un nouveau mot de passe que 24 heures plus tard.',
    de: 'Wissen Sie Ihr Passwort noch? Dann melden Sie sich einfach an. Haben Sie es vergessen? Drücken Sie auf die Schaltfläche. Zu Ihrem Schutz wählen Sie ein neues Passwort erst 24 Stunden später.',
    en: 'Do you still know your password? Then just sign in. Did you forget it? Press the button. To protect you, you choose a new password only 24 hours later.',
  },
  advice: {
    nl: 'Een nieuw wachtwoord kunt u niet via e-mail krijgen: dat zou voor u niet veilig genoeg zijn. Lees wat u wel kunt doen.',
    fr: 'Vous ne pouvez pas recevoir un nouveau mot de passe par e-mail : ce ne serait pas assez sûr pour vous. Lisez ce que vous pouvez faire.',
    de: 'Ein neues Passwort bekommen Sie nicht per E-Mail: Das wäre für Sie nicht sicher genug. Lesen Sie, was Sie tun können.',
    en: 'You cannot get a new password by mail: that would not be safe enough for you. Read what you can do.',
  },
  unknown: {
    nl: 'Iemand gaf dit e-mailadres op in Mijn digitale sleutels, maar wij kennen het niet. Was u dat? Probeer dan een ander adres, of lees wat u nog kunt doen.',
    fr: 'Quelqu’un a indiqué cette adresse e-mail dans Mes clés numériques, mais nous ne la connaissons pas. C’était vous ? Essayez une autre adresse, ou lisez ce que vous pouvez encore faire.',
    de: 'Jemand hat diese E-Mail-Adresse in Meine digitalen Schlüssel angegeben, aber wir kennen sie nicht. Waren Sie das? Versuchen Sie eine andere Adresse, oder lesen Sie, was Sie noch tun können.',
    en: 'Somebody gave this e-mail address in My digital keys, but we do not know it. Was that you? Then try another address, or read what else you can do.',
  },
  choose: {
    nl: 'Nieuw wachtwoord vragen',
    fr: 'Demander un nouveau mot de passe',
    de: 'Neues Passwort anfordern',
    en: 'Ask for a new password',
  },
  other: {
    nl: 'Wat kan ik doen?',
    fr: 'Que puis-je faire ?',
    de: 'Was kann ich tun?',
    en: 'What can I do?',
  },
  valid: {
    nl: 'De knop werkt 24 uur. Bewaar deze mail: u hebt hem daarna nog eens nodig.',
    fr: 'Le bouton fonctionne 24 heures. Gardez cet e-mail : vous en aurez encore besoin ensuite.',
    de: 'Die Schaltfläche gilt 24 Stunden. Heben Sie diese E-Mail auf: Sie brauchen sie danach noch einmal.',
    en: 'The button works for 24 hours. Keep this mail: you need it once more afterwards.',
  },
  notYou: {
    nl: 'Hebt u dit niet gevraagd?',
    fr: 'Vous n’avez rien demandé ?',
    de: 'Haben Sie das nicht angefragt?',
    en: 'Did you not ask for this?',
  },
  notYouAdvice: {
    nl: 'Dan hoeft u niets te doen. Er verandert niets zolang niemand op de knop drukt.',
    fr: 'Vous n’avez rien à faire. Rien ne change tant que personne n’appuie sur le bouton.',
    de: 'Dann müssen Sie nichts tun. Es ändert sich nichts, solange niemand auf die Schaltfläche drückt.',
    en: 'Then there is nothing to do. Nothing changes as long as nobody presses the button.',
  },
});

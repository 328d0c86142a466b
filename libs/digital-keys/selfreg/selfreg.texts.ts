import { defineTexts } from '#libs/texts';

export const selfregTexts = defineTexts('digital-keys/selfreg', {
  title: {
    nl: 'Aanmelden met het profiel dat u zelf hebt gemaakt',
    fr: 'S’identifier avec le profil que vous avez créé',
    de: 'Mit dem selbst erstellten Profil anmelden',
    en: 'Sign in with the profile you created yourself',
  },
  mail: { nl: 'E-mailadres', fr: 'Adresse e-mail', de: 'E-Mail-Adresse', en: 'E-mail address' },
  password: { nl: 'Wachtwoord', fr: 'Mot de passe', de: 'Passwort', en: 'Password' },
  submit: { nl: 'Aanmelden', fr: 'S’identifier', de: 'Anmelden', en: 'Sign in' },
  missingMail: {
    nl: 'Vul uw e-mailadres in',
    fr: 'Indiquez votre adresse e-mail',
    de: 'Geben Sie Ihre E-Mail-Adresse ein',
    en: 'Enter your e-mail address',
  },
  missingPassword: {
    nl: 'Vul uw wachtwoord in',
    fr: 'Indiquez votre mot de passe',
    de: 'Geben Sie Ihr Passwort ein',
    en: 'Enter your password',
  },
  wrong: {
    nl: 'Het e-mailadres of het wachtwoord klopt niet. Let op hoofdletters en kleine letters.',
    fr: 'L’adresse e-mail ou le mot de passe est incorrect. Respectez les majuscules et les minuscules.',
    de: 'Die E-Mail-Adresse oder das Passwort stimmt nicht. Achten Sie auf Groß- und Kleinschreibung.',
    en: 'The e-mail address or the password is not right. Mind capital and small letters.',
  },
  noProfile: {
    nl: 'Nog geen profiel?',
    fr: 'Pas encore de profil ?',
    de: 'Noch kein Profil?',
    en: 'No profile yet?',
  },
  noProfileLead: {
    nl: 'U maakt er een met uw e-mailadres. Dat duurt enkele minuten, en daarna gaat u hier verder.',
    fr: 'Créez-en un avec votre adresse e-mail. Cela prend quelques minutes ; vous continuez ensuite ici.',
    de: 'Sie erstellen eines mit Ihrer E-Mail-Adresse. Das dauert einige Minuten, danach geht es hier weiter.',
    en: 'You make one with your e-mail address. It takes a few minutes, and then you go on here.',
  },
  makeProfile: {
    nl: 'Een profiel maken',
    fr: 'Créer un profil',
    de: 'Ein Profil erstellen',
    en: 'Make a profile',
  },
  forgot: {
    nl: 'Wachtwoord vergeten?',
    fr: 'Mot de passe oublié ?',
    de: 'Passwort vergessen?',
    en: 'Forgotten your password?',
  },
});

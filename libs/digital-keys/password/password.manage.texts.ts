import { defineTexts } from '#libs/texts';

export const newPasswordTexts = defineTexts('digital-keys/new-password', {
  title: {
    nl: 'Kies een gebruikersnaam en wachtwoord',
    fr: 'Choisissez un nom d’utilisateur et un mot de passe',
    de: 'Wählen Sie einen Benutzernamen und ein Passwort',
    en: 'Choose a user name and password',
  },
  titleChange: {
    nl: 'Kies een nieuw wachtwoord',
    fr: 'Choisissez un nouveau mot de passe',
    de: 'Wählen Sie ein neues Passwort',
    en: 'Choose a new password',
  },
  username: { nl: 'Gebruikersnaam', fr: 'Nom d’utilisateur', de: 'Benutzername', en: 'User name' },
  usernameHint: {
    nl: 'Minstens 4 tekens: letters, cijfers, punt of streepje. Niemand anders mag dezelfde naam hebben.',
    fr: 'Au moins 4 caractères : lettres, chiffres, point ou tiret. Personne d’autre ne peut avoir le même nom.',
    de: 'Mindestens 4 Zeichen: Buchstaben, Ziffern, Punkt oder Strich. Niemand sonst darf denselben Namen haben.',
    en: 'At least 4 characters: letters, digits, dot or dash. Nobody else can have the same name.',
  },
  current: {
    nl: 'Uw wachtwoord van nu',
    fr: 'Votre mot de passe actuel',
    de: 'Ihr jetziges Passwort',
    en: 'Your present password',
  },
  password: { nl: 'Nieuw wachtwoord', fr: 'Nouveau mot de passe', de: 'Neues Passwort', en: 'New password' },
  passwordHint: {
    nl: 'Minstens 15 tekens. Een zin van enkele woorden is sterk en makkelijk te onthouden. Spaties mogen.',
    fr: 'Au moins 15 caractères. Une phrase de quelques mots est solide et facile à retenir. Les espaces sont permis.',
    de: 'Mindestens 15 Zeichen. Ein Satz aus einigen Wörtern ist stark und leicht zu merken. Leerzeichen sind erlaubt.',
    en: 'At least 15 characters. A sentence of a few words is strong and easy to remember. Spaces are fine.',
  },
  submit: { nl: 'Bewaren', fr: 'Enregistrer', de: 'Speichern', en: 'Save' },
  'missing-username': {
    nl: 'Vul een gebruikersnaam in',
    fr: 'Indiquez un nom d’utilisateur',
    de: 'Geben Sie einen Benutzernamen ein',
    en: 'Enter a user name',
  },
  'username-form': {
    nl: 'Kies een gebruikersnaam van minstens 4 letters of cijfers, zonder spaties',
    fr: 'Choisissez un nom d’au moins 4 lettres ou chiffres, sans espaces',
    de: 'Wählen Sie einen Namen aus mindestens 4 Buchstaben oder Ziffern, ohne Leerzeichen',
    en: 'Choose a user name of at least 4 letters or digits, without spaces',
  },
  'username-taken': {
    nl: 'Deze gebruikersnaam is niet vrij. Kies een andere.',
    fr: 'Ce nom d’utilisateur n’est pas libre. Choisissez-en un autre.',
    de: 'Dieser Benutzername ist nicht frei. Wählen Sie einen anderen.',
    en: 'This user name is not free. Choose another one.',
  },
  'missing-password': {
    nl: 'Vul een nieuw wachtwoord in',
    fr: 'Indiquez un nouveau mot de passe',
    de: 'Geben Sie ein neues Passwort ein',
    en: 'Enter a new password',
  },
  'too-short': {
    nl: 'Dit wachtwoord is te kort. Gebruik minstens 15 tekens.',
    fr: 'Ce mot de passe est trop court. Utilisez au moins 15 caractères.',
    de: 'Dieses Passwort ist zu kurz. Nehmen Sie mindestens 15 Zeichen.',
    en: 'This password is too short. Use at least 15 characters.',
  },
  'too-long': {
    nl: 'Dit wachtwoord is te lang. Gebruik hoogstens 256 tekens.',
    fr: 'Ce mot de passe est trop long. Utilisez au plus 256 caractères.',
    de: 'Dieses Passwort ist zu lang. Nehmen Sie höchstens 256 Zeichen.',
    en: 'This password is too long. Use at most 256 characters.',
  },
  common: {
    nl: 'Dit wachtwoord gebruiken veel mensen. Het is snel te raden. Kies een ander.',
    fr: 'Beaucoup de gens utilisent ce mot de passe. Il est vite deviné. Choisissez-en un autre.',
    de: 'Dieses Passwort nehmen viele Menschen. Es ist schnell zu erraten. Wählen Sie ein anderes.',
    en: 'Many people use this password. It is quickly guessed. Choose another one.',
  },
  context: {
    nl: 'In dit wachtwoord staat uw naam of die van een dienst. Dat is snel te raden. Kies een ander.',
    fr: 'Ce mot de passe contient votre nom ou celui d’un service. Il est vite deviné. Choisissez-en un autre.',
    de: 'Dieses Passwort enthält Ihren Namen oder den eines Dienstes. Es ist schnell zu erraten. Wählen Sie ein anderes.',
    en: 'This password holds your name or that of a service. It is quickly guessed. Choose another one.',
  },
  repetitive: {
    nl: 'Dit wachtwoord herhaalt te veel dezelfde tekens. Kies een ander.',
    fr: 'Ce mot de passe répète trop les mêmes caractères. Choisissez-en un autre.',
    de: 'Dieses Passwort wiederholt zu oft dieselben Zeichen. Wählen Sie ein anderes.',
    en: 'This password repeats the same characters too much. Choose another one.',
  },
  'current-wrong': {
    nl: 'Dit is niet uw wachtwoord van nu',
    fr: 'Ce n’est pas votre mot de passe actuel',
    de: 'Das ist nicht Ihr jetziges Passwort',
    en: 'This is not your present password',
  },
  'current-locked': {
    nl: 'Er waren te veel foute pogingen. Wacht even en probeer het dan opnieuw.',
    fr: 'Il y a eu trop d’essais erronés. Attendez un peu, puis réessayez.',
    de: 'Es gab zu viele Fehlversuche. Warten Sie etwas und versuchen Sie es dann erneut.',
    en: 'There were too many wrong attempts. Wait a while, then try again.',
  },
});

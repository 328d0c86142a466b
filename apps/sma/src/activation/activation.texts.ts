import { defineTexts } from '#libs/texts';

export const activationTexts = defineTexts('sma/activation', {
  title: {
    nl: 'Activeer uw sleutels',
    fr: 'Activez vos clés',
    de: 'Aktivieren Sie Ihre Schlüssel',
    en: 'Activate your keys',
  },
  lead: {
    nl: 'Neem het papier dat u kreeg bij het registratiekantoor.',
    fr: 'Prenez le papier reçu au bureau d’enregistrement.',
    de: 'Nehmen Sie das Papier vom Registrierungsamt.',
    en: 'Take the paper that you got at the registration office.',
  },
  code: { nl: 'Activeringscode', fr: 'Code d’activation', de: 'Aktivierungscode', en: 'Activation code' },
  codeHint: {
    nl: '12 letters en cijfers, in drie groepen van vier.',
    fr: '12 lettres et chiffres, en trois groupes de quatre.',
    de: '12 Buchstaben und Ziffern, in drei Vierergruppen.',
    en: '12 letters and digits, in three groups of four.',
  },
  wrong: {
    nl: 'Deze code klopt niet. U kunt het nog {left} keer proberen.',
    fr: 'Ce code est incorrect. Il vous reste {left} essais.',
    de: 'Dieser Code stimmt nicht. Sie haben noch {left} Versuche.',
    en: 'This code is not right. You can try {left} more times.',
  },
  next: { nl: 'Verder', fr: 'Continuer', de: 'Weiter', en: 'Continue' },
  start: { nl: 'Naar het begin', fr: 'Aller au début', de: 'Zum Anfang', en: 'Go to the start' },
  overTitle: {
    nl: 'Dit werkt niet meer',
    fr: 'Ceci ne fonctionne plus',
    de: 'Das funktioniert nicht mehr',
    en: 'This no longer works',
  },
  over: {
    nl: 'De link is gebruikt of ouder dan 14 dagen, de code was te vaak fout, of u deed er te lang over.',
    fr: 'Le lien a été utilisé ou a plus de 14 jours, le code était trop souvent faux, ou cela a pris trop de temps.',
    de: 'Der Link wurde benutzt oder ist älter als 14 Tage, der Code war zu oft falsch, oder es dauerte zu lange.',
    en: 'The link was used or is older than 14 days, the code was wrong too often, or you took too long.',
  },
  overOffice: {
    nl: 'Open de link uit de e-mail opnieuw. Lukt dat niet, ga dan terug naar een registratiekantoor.',
    fr: 'Ouvrez à nouveau le lien de l’e-mail. Si cela échoue, retournez à un bureau d’enregistrement.',
    de: 'Öffnen Sie den Link aus der E-Mail noch einmal. Klappt das nicht, gehen Sie wieder zum Registrierungsamt.',
    en: 'Open the link from the e-mail again. If that fails, go back to a registration office.',
  },
  'agreement-title': {
    nl: 'Wat wij afspreken',
    fr: 'Ce que nous convenons',
    de: 'Was wir vereinbaren',
    en: 'What we agree on',
  },
  'agreement-lead': {
    nl: 'Lees dit en ga akkoord om verder te gaan.',
    fr: 'Lisez ceci et acceptez pour continuer.',
    de: 'Lesen Sie das und stimmen Sie zu, um weiterzugehen.',
    en: 'Read this and agree to go on.',
  },
  'password-title': {
    nl: 'Uw eerste sleutel: een wachtwoord',
    fr: 'Votre première clé : un mot de passe',
    de: 'Ihr erster Schlüssel: ein Passwort',
    en: 'Your first key: a password',
  },
  'password-lead': {
    nl: 'Daarna kiest u er een tweede sleutel bij.',
    fr: 'Ensuite, vous choisirez une deuxième clé.',
    de: 'Danach wählen Sie einen zweiten Schlüssel dazu.',
    en: 'After that you choose a second key.',
  },
  makePassword: {
    nl: 'Wachtwoord maken',
    fr: 'Créer un mot de passe',
    de: 'Passwort erstellen',
    en: 'Make a password',
  },
  'second-title': {
    nl: 'Kies een tweede sleutel',
    fr: 'Choisissez une deuxième clé',
    de: 'Wählen Sie einen zweiten Schlüssel',
    en: 'Choose a second key',
  },
  'second-lead': {
    nl: 'Samen met uw wachtwoord opent hij de meeste diensten. De app is het veiligst.',
    fr: 'Avec votre mot de passe, elle ouvre la plupart des services. L’application est la plus sûre.',
    de: 'Zusammen mit Ihrem Passwort öffnet er die meisten Dienste. Die App ist am sichersten.',
    en: 'Together with your password it opens most services. The app is the safest.',
  },
  'done-title': {
    nl: 'Uw sleutels zijn klaar',
    fr: 'Vos clés sont prêtes',
    de: 'Ihre Schlüssel sind bereit',
    en: 'Your keys are ready',
  },
  'done-lead': {
    nl: 'U kunt zich nu aanmelden. Het papier met de code hebt u niet meer nodig.',
    fr: 'Vous pouvez maintenant vous identifier. Vous n’avez plus besoin du papier avec le code.',
    de: 'Sie können sich jetzt anmelden. Das Papier mit dem Code brauchen Sie nicht mehr.',
    en: 'You can sign in now. You no longer need the paper with the code.',
  },
  signIn: { nl: 'Aanmelden', fr: 'S’identifier', de: 'Anmelden', en: 'Sign in' },
});

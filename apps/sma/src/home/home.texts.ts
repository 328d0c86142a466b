import { defineTexts } from '#libs/texts';

export const homeTexts = defineTexts('sma/home', {
  title: {
    nl: 'Mijn digitale sleutels',
    fr: 'Mes clés numériques',
    de: 'Meine digitalen Schlüssel',
    en: 'My digital keys',
  },
  lead: {
    nl: 'Een digitale sleutel is een manier om te bewijzen wie u bent bij een onlinedienst van de overheid. Hier beheert u uw sleutels en ziet u waar ze gebruikt werden.',
    fr: 'Une clé numérique est un moyen de prouver qui vous êtes auprès d’un service public en ligne. Vous gérez ici vos clés et vous voyez où elles ont servi.',
    de: 'Ein digitaler Schlüssel ist ein Mittel, mit dem Sie einem Onlinedienst der Verwaltung zeigen, wer Sie sind. Hier verwalten Sie Ihre Schlüssel und sehen, wo sie benutzt wurden.',
    en: 'A digital key is a way to prove who you are to an online service of the government. Here you manage your keys and see where they were used.',
  },
  signIn: { nl: 'Aanmelden', fr: 'S’identifier', de: 'Anmelden', en: 'Sign in' },
  cannot: {
    nl: 'Ik kan mij niet meer aanmelden',
    fr: 'Je ne peux plus m’identifier',
    de: 'Ich kann mich nicht mehr anmelden',
    en: 'I cannot sign in any more',
  },
  insideTitle: {
    nl: 'Wat vindt u hier?',
    fr: 'Que trouvez-vous ici ?',
    de: 'Was finden Sie hier?',
    en: 'What do you find here?',
  },
  insideKeys: {
    nl: 'uw digitale sleutels: een nieuwe activeren, een verloren sleutel blokkeren;',
    fr: 'vos clés numériques : en activer une nouvelle, suspendre une clé perdue ;',
    de: 'Ihre digitalen Schlüssel: einen neuen aktivieren, einen verlorenen sperren;',
    en: 'your digital keys: activate a new one, suspend a lost one;',
  },
  insideHistory: {
    nl: 'bij welke diensten u zich aanmeldde en welke gegevens zij kregen;',
    fr: 'les services auxquels vous vous êtes identifié et les données qu’ils ont reçues ;',
    de: 'bei welchen Diensten Sie sich angemeldet haben und welche Daten diese erhielten;',
    en: 'which services you signed in to and which data they received;',
  },
  insideSessions: {
    nl: 'waar u nog aangemeld bent, en een knop om u overal af te melden.',
    fr: 'où vous êtes encore connecté, et un bouton pour vous déconnecter partout.',
    de: 'wo Sie noch angemeldet sind, und eine Schaltfläche, um sich überall abzumelden.',
    en: 'where you are still signed in, and a button to sign out everywhere.',
  },
  levelsTitle: {
    nl: 'Hoe meldt u zich aan?',
    fr: 'Comment vous identifier ?',
    de: 'Wie melden Sie sich an?',
    en: 'How do you sign in?',
  },
  levels: {
    nl: 'Met een digitale sleutel die u al hebt: minstens uw gebruikersnaam en wachtwoord. Voor een sterkere sleutel vragen we u eerst een sleutel die even sterk is, zoals uw identiteitskaart.',
    fr: 'Avec une clé numérique que vous avez déjà : au moins votre nom d’utilisateur et votre mot de passe. Pour une clé plus forte, nous vous demandons d’abord une clé aussi forte, comme votre carte d’identité.',
    de: 'Mit einem digitalen Schlüssel, den Sie schon haben: mindestens Ihr Benutzername und Ihr Passwort. Für einen stärkeren Schlüssel brauchen wir zuerst einen ebenso starken, etwa Ihren Personalausweis.',
    en: 'With a digital key that you already have: at least your user name and password. For a stronger key we first ask you for one that is as strong, such as your identity card.',
  },
  careTitle: { nl: 'Let op', fr: 'Attention', de: 'Achtung', en: 'Take care' },
  care: {
    nl: 'Geef uw digitale sleutels aan niemand anders. Niemand van de overheid vraagt u ooit naar een wachtwoord of een code.',
    fr: 'Ne confiez vos clés numériques à personne. Aucune administration ne vous demandera jamais un mot de passe ou un code.',
    de: 'Geben Sie Ihre digitalen Schlüssel niemandem. Keine Behörde fragt Sie je nach einem Passwort oder einem Code.',
    en: 'Give your digital keys to nobody else. No one from the government will ever ask you for a password or a code.',
  },
});

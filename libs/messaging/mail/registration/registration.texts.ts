import { defineTexts } from '#libs/texts';

export const registrationTexts = defineTexts('messaging/registration', {
  heading: {
    nl: 'Bevestig uw e-mailadres',
    fr: 'Confirmez votre adresse e-mail',
    de: 'Bestätigen Sie Ihre E-Mail-Adresse',
    en: 'Confirm your e-mail address',
  },
  headingKnown: {
    nl: 'U hebt al een profiel bij CSAM',
    fr: 'Vous avez déjà un profil CSAM',
    de: 'Sie haben schon ein Profil bei CSAM',
    en: 'You already have a profile at CSAM',
  },
  preview: {
    nl: 'Met deze code maakt u uw profiel af.',
    fr: 'Avec ce code, vous terminez la création de votre profil.',
    de: 'Mit diesem Code schließen Sie die Erstellung Ihres Profils ab.',
    en: 'With this code you finish making your profile.',
  },
  previewKnown: {
    nl: 'Iemand vulde dit e-mailadres in om een profiel te maken.',
    fr: 'Quelqu’un a indiqué cette adresse e-mail pour créer un profil.',
    de: 'Jemand hat diese E-Mail-Adresse angegeben, um ein Profil zu erstellen.',
    en: 'Somebody gave this e-mail address to make a profile.',
  },
  introduction: {
    nl: 'U maakt een profiel om aan te melden bij online diensten. Typ deze code op de pagina die nog openstaat, of gebruik de knop in deze mail in dezelfde browser.',
    fr: 'Vous créez un profil pour vous identifier auprès de services en ligne. Tapez ce code sur la page restée ouverte, ou utilisez le bouton de cet e-mail dans le même navigateur.',
    de: 'Sie erstellen ein Profil für die Anmeldung bei Online-Diensten. Geben Sie diesen Code auf der noch offenen Seite ein, oder benutzen Sie die Schaltfläche in dieser E-Mail im selben Browser.',
    en: 'You are making a profile to sign in to online services. Type this code on the page that is still open, or use the button in this mail in the same browser.',
  },
  introductionOwn: {
    nl: 'Met dit e-mailadres maakte u al een profiel. U kunt aanmelden met dit adres en uw wachtwoord. Wachtwoord vergeten? Typ deze code op de pagina die nog openstaat, en kies een nieuw wachtwoord.',
    fr: 'Vous avez déjà créé un profil avec cette adresse. Vous pouvez vous identifier avec cette adresse et votre mot de passe. Mot de passe oublié ? Tapez ce code sur la page restée ouverte et choisissez un nouveau mot de passe.',
    de: 'Mit dieser E-Mail-Adresse haben Sie schon ein Profil erstellt. Sie können sich mit dieser Adresse und Ihrem Passwort anmelden. Passwort vergessen? Geben Sie diesen Code auf der noch offenen Seite ein und wählen Sie ein neues Passwort.',
    en: 'You already made a profile with this e-mail address. You can sign in with this address and your password. Forgotten your password? Type this code on the page that is still open and choose a new password.',
  },
  introductionKnown: {
    nl: 'Dit e-mailadres hoort al bij iemand met digitale sleutels. U hebt geen nieuw profiel nodig: kies bij het aanmelden een van uw sleutels.',
    fr: 'Cette adresse e-mail appartient déjà à une personne qui a des clés numériques. Vous n’avez pas besoin d’un nouveau profil : choisissez une de vos clés pour vous identifier.',
    de: 'Diese E-Mail-Adresse gehört schon zu einer Person mit digitalen Schlüsseln. Sie brauchen kein neues Profil: Wählen Sie bei der Anmeldung einen Ihrer Schlüssel.',
    en: 'This e-mail address already belongs to somebody with digital keys. You need no new profile: choose one of your keys when you sign in.',
  },
  code: { nl: 'Code', fr: 'Code', de: 'Code', en: 'Code' },
  valid: { nl: 'Geldig', fr: 'Valable', de: 'Gültig', en: 'Valid' },
  minutes: {
    nl: '{minutes} minuten',
    fr: '{minutes} minutes',
    de: '{minutes} Minuten',
    en: '{minutes} minutes',
  },
  where: {
    nl: 'Typ de code alleen op {host}. Geef hem aan niemand door.',
    fr: 'Ne tapez ce code que sur {host}. Ne le donnez à personne.',
    de: 'Geben Sie den Code nur auf {host} ein. Geben Sie ihn niemandem weiter.',
    en: 'Type the code on {host} only. Do not give it to anyone.',
  },
  open: {
    nl: 'Mijn e-mailadres bevestigen',
    fr: 'Confirmer mon adresse e-mail',
    de: 'Meine E-Mail-Adresse bestätigen',
    en: 'Confirm my e-mail address',
  },
  notYou: {
    nl: 'Was u dit niet?',
    fr: 'Ce n’était pas vous ?',
    de: 'Waren Sie das nicht?',
    en: 'Was this not you?',
  },
  notYouAdvice: {
    nl: 'Dan hoeft u niets te doen. Zonder deze mail kan niemand een profiel met uw adres maken of wijzigen.',
    fr: 'Vous ne devez rien faire. Sans cet e-mail, personne ne peut créer ou modifier un profil avec votre adresse.',
    de: 'Dann müssen Sie nichts tun. Ohne diese E-Mail kann niemand ein Profil mit Ihrer Adresse erstellen oder ändern.',
    en: 'Then you need to do nothing. Without this mail nobody can make or change a profile with your address.',
  },
});

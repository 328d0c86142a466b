import { defineTexts } from '#libs/texts';

export const recoveryHelpTexts = defineTexts('messaging/recovery-help', {
  subject: {
    nl: 'Zo komt u weer bij uw digitale sleutels',
    fr: 'Comment retrouver vos clés numériques',
    de: 'So kommen Sie wieder an Ihre digitalen Schlüssel',
    en: 'How to get back to your digital keys',
  },
  preview: {
    nl: 'U belde de servicedesk. Dit kunt u nu doen.',
    fr: 'Vous avez appelé le service desk. Voici ce que vous pouvez faire.',
    de: 'Sie haben den Service-Desk angerufen. Das können Sie jetzt tun.',
    en: 'You called the service desk. This is what you can do now.',
  },
  introduction: {
    nl: 'U vroeg de servicedesk om hulp. Niemand van ons kent uw wachtwoord of codes, en niemand zal ze u vragen.',
    fr: 'Vous avez demandé de l’aide au service desk. Aucun de nous ne connaît votre mot de passe ni vos codes, et personne ne vous les demandera.',
    de: 'Sie haben den Service-Desk um Hilfe gebeten. Niemand von uns kennt Ihr Passwort oder Ihre Codes, und niemand wird Sie danach fragen.',
    en: 'You asked the service desk for help. None of us knows your password or codes, and nobody will ask you for them.',
  },
  strong: {
    nl: 'Hebt u een eID of itsme? Meld u daarmee aan en kies een nieuw wachtwoord of een nieuwe sleutel.',
    fr: 'Vous avez une eID ou itsme ? Identifiez-vous ainsi et choisissez un nouveau mot de passe ou une nouvelle clé.',
    de: 'Haben Sie eine eID oder itsme? Melden Sie sich damit an und wählen Sie ein neues Passwort oder einen neuen Schlüssel.',
    en: 'Do you have an eID or itsme? Sign in with it and choose a new password or a new key.',
  },
  other: {
    nl: 'Werkt een andere sleutel nog? Meld u daarmee aan en beheer uw sleutels.',
    fr: 'Une autre clé fonctionne encore ? Identifiez-vous avec elle et gérez vos clés.',
    de: 'Funktioniert ein anderer Schlüssel noch? Melden Sie sich damit an und verwalten Sie Ihre Schlüssel.',
    en: 'Does another key still work? Sign in with it and manage your keys.',
  },
  office: {
    nl: 'Hebt u niets meer? Ga met uw identiteitsbewijs naar een registratiekantoor in uw gemeente.',
    fr: 'Il ne vous reste rien ? Rendez-vous avec votre document d’identité à un bureau d’enregistrement de votre commune.',
    de: 'Haben Sie nichts mehr? Gehen Sie mit Ihrem Ausweis zu einem Registrierungsamt Ihrer Gemeinde.',
    en: 'Is nothing left? Go with your identity document to a registration office in your municipality.',
  },
  action: {
    nl: 'Naar Mijn digitale sleutels',
    fr: 'Vers Mes clés numériques',
    de: 'Zu Meine digitalen Schlüssel',
    en: 'To My digital keys',
  },
  notYou: {
    nl: 'Belde u niet?',
    fr: 'Vous n’avez pas appelé ?',
    de: 'Haben Sie nicht angerufen?',
    en: 'Did you not call?',
  },
  ignore: {
    nl: 'Dan is er niets veranderd. Zeg het ons met de referentie {reference}: iemand gaf zich misschien voor u uit.',
    fr: 'Alors rien n’a changé. Dites-le-nous avec la référence {reference} : quelqu’un s’est peut-être fait passer pour vous.',
    de: 'Dann hat sich nichts geändert. Sagen Sie es uns mit der Referenz {reference}: Vielleicht gab sich jemand für Sie aus.',
    en: 'Then nothing was changed. Tell us with the reference {reference}: somebody may have posed as you.',
  },
});

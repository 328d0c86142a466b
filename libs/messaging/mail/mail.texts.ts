import { defineTexts } from '#libs/texts';

export const mailTexts = defineTexts('messaging/mail', {
  sender: {
    nl: 'CSAM Aanmelden',
    fr: 'CSAM S’identifier',
    de: 'CSAM Anmelden',
    en: 'CSAM Sign in',
  },
  tagline: {
    nl: 'Toegang tot de online diensten van de overheid',
    fr: 'Accès aux services publics en ligne',
    de: 'Zugang zu den Online-Diensten der Behörden',
    en: 'Access to online public services',
  },
  automatic: {
    nl: 'Dit is een automatisch bericht. U kunt er niet op antwoorden.',
    fr: 'Ceci est un message automatique. Vous ne pouvez pas y répondre.',
    de: 'Dies ist eine automatische Nachricht. Sie können nicht darauf antworten.',
    en: 'This is an automatic message. You cannot reply to it.',
  },
  neverAsked: {
    nl: 'Wij vragen u nooit per e-mail, sms of telefoon om uw wachtwoord of uw codes.',
    fr: 'Nous ne vous demandons jamais votre mot de passe ni vos codes par e-mail, SMS ou téléphone.',
    de: 'Wir fragen Sie nie per E-Mail, SMS oder Telefon nach Ihrem Passwort oder Ihren Codes.',
    en: 'We never ask for your password or your codes by e-mail, text message or telephone.',
  },
});

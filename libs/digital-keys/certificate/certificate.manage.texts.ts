import { defineTexts } from '#libs/texts';

export const certificateSetupTexts = defineTexts('digital-keys/certificate-setup', {
  title: {
    nl: 'Uw certificaat als sleutel',
    fr: 'Votre certificat comme clé',
    de: 'Ihr Zertifikat als Schlüssel',
    en: 'Your certificate as a key',
  },
  lead: {
    nl: 'Dit is het certificaat dat uw browser toonde. Is het van u?',
    fr: 'Voici le certificat que votre navigateur a présenté. Est-ce le vôtre ?',
    de: 'Dieses Zertifikat hat Ihr Browser gezeigt. Ist es Ihres?',
    en: 'This is the certificate that your browser showed. Is it yours?',
  },
  holder: { nl: 'Op naam van', fr: 'Au nom de', de: 'Auf den Namen', en: 'In the name of' },
  issuer: { nl: 'Uitgegeven door', fr: 'Délivré par', de: 'Ausgestellt von', en: 'Issued by' },
  until: { nl: 'Geldig tot', fr: 'Valable jusqu’au', de: 'Gültig bis', en: 'Valid until' },
  reminder: {
    nl: 'Een maand voor het vervalt, krijgt u van ons een mail.',
    fr: 'Un mois avant son expiration, nous vous envoyons un e-mail.',
    de: 'Einen Monat vor dem Ablauf bekommen Sie von uns eine E-Mail.',
    en: 'We send you a mail one month before it expires.',
  },
  label: {
    nl: 'Naam van deze sleutel (mag leeg blijven)',
    fr: 'Nom de cette clé (facultatif)',
    de: 'Name dieses Schlüssels (kann leer bleiben)',
    en: 'Name of this key (may stay empty)',
  },
  labelHint: {
    nl: 'Zo herkent u hem later, bijvoorbeeld “kaart van het werk”.',
    fr: 'Pour la reconnaître plus tard, par exemple « carte du travail ».',
    de: 'So erkennen Sie ihn später, zum Beispiel „Karte der Arbeit“.',
    en: 'So that you know it later, for example “card from work”.',
  },
  again: {
    nl: 'Certificaat opnieuw tonen',
    fr: 'Présenter à nouveau le certificat',
    de: 'Zertifikat noch einmal zeigen',
    en: 'Show the certificate again',
  },
  'already-registeredTitle': {
    nl: 'Dit certificaat is al een sleutel',
    fr: 'Ce certificat est déjà une clé',
    de: 'Dieses Zertifikat ist schon ein Schlüssel',
    en: 'This certificate is a key already',
  },
  'already-registered': {
    nl: 'Het kan maar één keer geregistreerd zijn. Kijk bij uw sleutels of hij er al staat.',
    fr: 'Il ne peut être enregistré qu’une fois. Regardez s’il figure déjà parmi vos clés.',
    de: 'Es kann nur einmal registriert sein. Sehen Sie nach, ob es schon bei Ihren Schlüsseln steht.',
    en: 'It can be registered once only. Look whether it is among your keys already.',
  },
  'too-oftenTitle': {
    nl: 'U hebt te vaak een certificaat getoond',
    fr: 'Vous avez présenté un certificat trop souvent',
    de: 'Sie haben zu oft ein Zertifikat gezeigt',
    en: 'You showed a certificate too often',
  },
  'too-often': {
    nl: 'Wacht een uur en probeer het dan opnieuw.',
    fr: 'Attendez une heure, puis réessayez.',
    de: 'Warten Sie eine Stunde und versuchen Sie es dann noch einmal.',
    en: 'Wait an hour and then try again.',
  },
});

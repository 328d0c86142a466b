import { defineTexts } from '#libs/texts';

export const agencyExpiryTexts = defineTexts('messaging/agency-expiry', {
  authorisation: {
    nl: 'Een machtiging loopt binnenkort af',
    fr: 'Une autorisation expire bientôt',
    de: 'Eine Ermächtigung läuft bald ab',
    en: 'An authorisation ends soon',
  },
  authorisationAdvice: {
    nl: 'Voeg op tijd een nieuwe machtiging toe. Daarna krijgt uw onlinedienst deze gegevens niet meer.',
    fr: 'Ajoutez à temps une nouvelle autorisation. Ensuite, votre service en ligne ne recevra plus ces données.',
    de: 'Fügen Sie rechtzeitig eine neue Ermächtigung hinzu. Danach erhält Ihr Onlinedienst diese Daten nicht mehr.',
    en: 'Add a new authorisation in time. Afterwards your online service does not get this data any more.',
  },
  authorisationWhat: { nl: 'Machtiging', fr: 'Autorisation', de: 'Ermächtigung', en: 'Authorisation' },
  certificate: {
    nl: 'Een certificaat van uw onlinedienst vervalt binnenkort',
    fr: 'Un certificat de votre service en ligne expire bientôt',
    de: 'Ein Zertifikat Ihres Onlinedienstes läuft bald ab',
    en: 'A certificate of your online service ends soon',
  },
  certificateAdvice: {
    nl: 'Zet het nieuwe certificaat op tijd in de metadata, naast het oude.',
    fr: 'Ajoutez à temps le nouveau certificat aux métadonnées, à côté de l’ancien.',
    de: 'Nehmen Sie das neue Zertifikat rechtzeitig neben dem alten in die Metadaten auf.',
    en: 'Put the new certificate into the metadata in time, beside the old one.',
  },
  certificateWhat: { nl: 'Onlinedienst', fr: 'Service en ligne', de: 'Onlinedienst', en: 'Online service' },
  until: { nl: 'Geldig tot en met', fr: 'Valable jusqu’au', de: 'Gültig bis', en: 'Valid until' },
  open: { nl: 'Bekijken', fr: 'Consulter', de: 'Ansehen', en: 'Look at it' },
});

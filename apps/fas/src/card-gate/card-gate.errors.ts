import { defineError } from '#libs/http';

export const CardVisitUnknown = defineError({
  code: 'FAS-CARD-VISIT',
  status: 400,
  title: {
    nl: 'Deze stap is verlopen',
    fr: 'Cette étape a expiré',
    de: 'Dieser Schritt ist abgelaufen',
    en: 'This step has expired',
  },
  explanation: {
    nl: 'Uw kaart wordt hier alleen gelezen kort nadat u erom vroeg.',
    fr: 'Votre carte n’est lue ici que peu après votre demande.',
    de: 'Ihre Karte wird hier nur kurz nach Ihrer Anfrage gelesen.',
    en: 'Your card is read here only shortly after you asked for it.',
  },
  action: {
    nl: 'Ga terug naar de dienst waar u zich wilde aanmelden en begin opnieuw.',
    fr: 'Retournez au service auquel vous vouliez accéder et recommencez.',
    de: 'Gehen Sie zurück zum Dienst, bei dem Sie sich anmelden wollten, und beginnen Sie neu.',
    en: 'Go back to the service you wanted to sign in to and start again.',
  },
  meaning:
    'The certificate listener was visited without an address that FAS had sealed within the last ten minutes.',
});

export const CardProxyUnknown = defineError({
  code: 'FAS-CARD-PROXY',
  status: 403,
  title: {
    nl: 'Uw kaart kan hier niet gelezen worden',
    fr: 'Votre carte ne peut pas être lue ici',
    de: 'Ihre Karte kann hier nicht gelesen werden',
    en: 'Your card cannot be read here',
  },
  explanation: {
    nl: 'De aanvraag kwam niet langs de weg die daarvoor bedoeld is.',
    fr: 'La demande n’est pas arrivée par le chemin prévu.',
    de: 'Die Anfrage kam nicht auf dem dafür vorgesehenen Weg.',
    en: 'The request did not come by the road that is meant for it.',
  },
  action: {
    nl: 'Begin opnieuw bij de dienst, of kies een andere sleutel.',
    fr: 'Recommencez auprès du service, ou choisissez une autre clé.',
    de: 'Beginnen Sie beim Dienst neu oder wählen Sie einen anderen Schlüssel.',
    en: 'Start again from the service, or choose another key.',
  },
  meaning:
    'The certificate listener stands behind a proxy, and a request did not carry the secret that the proxy adds: a wrong configuration, or an attempt to bring a certificate in a header.',
});

import { defineError } from '#libs/http';

export const SuspendedService = defineError({
  code: 'FAS-SERVICE-SUSPENDED',
  status: 403,
  title: {
    nl: 'Deze onlinedienst is tijdelijk stilgelegd',
    fr: 'Ce service en ligne est suspendu temporairement',
    de: 'Dieser Onlinedienst ist vorübergehend ausgesetzt',
    en: 'This online service is stopped for now',
  },
  explanation: {
    nl: 'U kunt zich er nu niet aanmelden. Het ligt niet aan u: met uw digitale sleutels is niets mis, en bij andere diensten werken ze gewoon. We hebben niets doorgegeven.',
    fr: 'Vous ne pouvez pas vous y identifier pour l’instant. Vous n’y êtes pour rien : vos clés numériques sont en ordre et fonctionnent auprès des autres services. Nous n’avons rien transmis.',
    de: 'Sie können sich dort zurzeit nicht anmelden. Es liegt nicht an Ihnen: Mit Ihren digitalen Schlüsseln ist alles in Ordnung, und bei anderen Diensten funktionieren sie. Wir haben nichts weitergegeben.',
    en: 'You cannot sign in there now. It is not your doing: nothing is wrong with your digital keys, and they work at other services. We have passed on nothing.',
  },
  action: {
    nl: 'Probeer het later opnieuw. Is het dringend, neem dan rechtstreeks contact op met de dienst die u wilde gebruiken.',
    fr: 'Réessayez plus tard. Si c’est urgent, contactez directement le service que vous vouliez utiliser.',
    de: 'Versuchen Sie es später erneut. Wenn es eilt, wenden Sie sich direkt an den Dienst, den Sie nutzen wollten.',
    en: 'Try again later. When it is urgent, contact the service that you wanted to use directly.',
  },
  meaning: 'The application, its online service or its whole agency is suspended.',
});

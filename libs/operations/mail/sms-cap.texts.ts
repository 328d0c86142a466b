import { defineTexts } from '#libs/texts';

export const smsCapMailTexts = defineTexts('operations/sms-cap-mail', {
  nearSubject: {
    nl: 'Veel sms’en deze maand: {name}',
    fr: 'Beaucoup de SMS ce mois-ci : {name}',
    de: 'Viele SMS in diesem Monat: {name}',
    en: 'Many text messages this month: {name}',
  },
  fullSubject: {
    nl: 'Grens voor sms’en bereikt: {name}',
    fr: 'Plafond de SMS atteint : {name}',
    de: 'SMS-Grenze erreicht: {name}',
    en: 'Cap on text messages reached: {name}',
  },
  nearHeading: {
    nl: '{stage} % van de grens is gebruikt',
    fr: '{stage} % du plafond est utilisé',
    de: '{stage} % der Grenze sind verbraucht',
    en: '{stage} % of the cap is used',
  },
  fullHeading: {
    nl: 'De grens is bereikt ({stage} %)',
    fr: 'Le plafond est atteint ({stage} %)',
    de: 'Die Grenze ist erreicht ({stage} %)',
    en: 'The cap is reached ({stage} %)',
  },
  application: { nl: 'Toepassing', fr: 'Application', de: 'Anwendung', en: 'Application' },
  month: { nl: 'Maand', fr: 'Mois', de: 'Monat', en: 'Month' },
  used: { nl: 'Verstuurde sms’en', fr: 'SMS envoyés', de: 'Gesendete SMS', en: 'Messages sent' },
  cap: { nl: 'Grens per maand', fr: 'Plafond par mois', de: 'Grenze im Monat', en: 'Cap for a month' },
  goesOn: {
    nl: 'Mensen kunnen zich blijven aanmelden met een code via sms, en uw dienst betaalt die sms’en. Verwacht u dit niet? Kijk dan welke aanmeldingen het zijn, of bied de sms niet meer aan.',
    fr: 'Les gens peuvent continuer à s’identifier avec un code par SMS, et votre service paie ces SMS. Vous ne vous y attendiez pas ? Regardez quelles identifications c’étaient, ou ne proposez plus le SMS.',
    de: 'Die Menschen können sich weiter mit einem Code per SMS anmelden, und Ihr Dienst zahlt diese SMS. Haben Sie das nicht erwartet? Sehen Sie nach, welche Anmeldungen es sind, oder bieten Sie SMS nicht mehr an.',
    en: 'People can go on signing in with a code by text message, and your agency pays for these. Did you not expect this? See which sign-ins they are, or do not offer text messages any more.',
  },
  change: {
    nl: 'Gebruik en grenzen',
    fr: 'Utilisation et plafonds',
    de: 'Verbrauch und Grenzen',
    en: 'Use and caps',
  },
});

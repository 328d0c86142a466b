import { defineTexts } from '#libs/texts';

export const homeTexts = defineTexts('admin/home', {
  title: {
    nl: 'Beheer van CSAM',
    fr: 'Gestion de CSAM',
    de: 'Verwaltung von CSAM',
    en: 'Administration of CSAM',
  },
  lead: {
    nl: 'Deze plaats is voor wie met CSAM werkt: overheidsdiensten met hun toepassingen, de servicedesk, de registratiekantoren en de exploitatie.',
    fr: 'Cet espace est destiné à ceux qui travaillent avec CSAM : les services publics et leurs applications, le service desk, les bureaux d’enregistrement et l’exploitation.',
    de: 'Dieser Bereich ist für alle, die mit CSAM arbeiten: öffentliche Dienste mit ihren Anwendungen, Service-Desk, Registrierungsstellen und Betrieb.',
    en: 'This place is for those who work with CSAM: agencies with their applications, the service desk, the registration offices and operations.',
  },
  status: {
    nl: 'Toestand van de onderdelen',
    fr: 'État des composants',
    de: 'Zustand der Bestandteile',
    en: 'State of the parts',
  },
  signIn: { nl: 'Aanmelden', fr: 'S’identifier', de: 'Anmelden', en: 'Sign in' },
  howTitle: {
    nl: 'Hoe u binnenkomt',
    fr: 'Comment accéder',
    de: 'Wie Sie hineinkommen',
    en: 'How you get in',
  },
  how: {
    nl: 'Meld u aan met itsme of met uw eID. Wat u daarna kunt doen, hangt af van uw rol.',
    fr: 'Identifiez-vous avec itsme ou avec votre eID. Ce que vous pouvez faire ensuite dépend de votre rôle.',
    de: 'Melden Sie sich mit itsme oder mit Ihrem Personalausweis (eID) an. Was Sie danach tun können, hängt von Ihrer Rolle ab.',
    en: 'Sign in with itsme or with your eID. What you can do then depends on your role.',
  },
});

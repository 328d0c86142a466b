import { defineTexts } from '#libs/texts';

export const adminPageTexts = defineTexts('admin/frame', {
  navigation: {
    nl: 'Onderdelen van het beheer',
    fr: 'Parties de la gestion',
    de: 'Bereiche der Verwaltung',
    en: 'Parts of the administration',
  },
  signOut: { nl: 'Afmelden', fr: 'Se déconnecter', de: 'Abmelden', en: 'Sign out' },
  'service-desk': { nl: 'Bellers', fr: 'Appelants', de: 'Anrufer', en: 'Callers' },
  requests: { nl: 'Aanvragen', fr: 'Demandes', de: 'Anträge', en: 'Requests' },
  'stop-applications': { nl: 'Stoppen', fr: 'Arrêter', de: 'Anhalten', en: 'Stop' },
  registration: { nl: 'Registratie', fr: 'Enregistrement', de: 'Registrierung', en: 'Registration' },
  audit: { nl: 'Auditspoor', fr: 'Audit', de: 'Protokoll', en: 'Audit' },
  reports: { nl: 'Rapporten', fr: 'Rapports', de: 'Berichte', en: 'Reports' },
  operations: { nl: 'Werking', fr: 'Exploitation', de: 'Betrieb', en: 'Operations' },
  agencies: { nl: 'Overheidsdiensten', fr: 'Services publics', de: 'Öffentliche Dienste', en: 'Agencies' },
  join: {
    nl: 'Een dienst aanmelden',
    fr: 'Inscrire un service',
    de: 'Einen Dienst anmelden',
    en: 'Register an agency',
  },
  account: { nl: 'Mijn taken', fr: 'Mes tâches', de: 'Meine Aufgaben', en: 'My tasks' },
});

import { defineTexts } from '#libs/texts';

/** How each role is called. */
export const roleTexts = defineTexts('admin/roles', {
  'agency-manager': {
    nl: 'Beheerder van een overheidsdienst',
    fr: 'Gestionnaire d’un service public',
    de: 'Verwalter eines öffentlichen Dienstes',
    en: 'Manager of an agency',
  },
  'agency-signatory': {
    nl: 'Ondertekenaar voor een overheidsdienst',
    fr: 'Signataire d’un service public',
    de: 'Unterzeichner für einen öffentlichen Dienst',
    en: 'Signatory of an agency',
  },
  'agency-integrator': {
    nl: 'Integrator voor een overheidsdienst',
    fr: 'Intégrateur d’un service public',
    de: 'Integrator für einen öffentlichen Dienst',
    en: 'Integrator for an agency',
  },
  'service-desk': {
    nl: 'Medewerker van de servicedesk',
    fr: 'Collaborateur du service desk',
    de: 'Mitarbeiter des Service-Desks',
    en: 'Service desk',
  },
  'service-desk-approver': {
    nl: 'Goedkeurder bij de servicedesk',
    fr: 'Approbateur au service desk',
    de: 'Genehmiger beim Service-Desk',
    en: 'Approver at the service desk',
  },
  operations: { nl: 'Exploitatie', fr: 'Exploitation', de: 'Betrieb', en: 'Operations' },
  'lra-officer': {
    nl: 'Registratieambtenaar',
    fr: 'Agent d’enregistrement',
    de: 'Registrierungsbeamter',
    en: 'Registration officer',
  },
  'lra-manager': {
    nl: 'Hoofd van een registratiekantoor',
    fr: 'Responsable d’un bureau d’enregistrement',
    de: 'Leiter eines Registrierungsamtes',
    en: 'Head of a registration office',
  },
  auditor: { nl: 'Auditor', fr: 'Auditeur', de: 'Prüfer', en: 'Auditor' },
});

import { defineTexts } from '#libs/texts';

/** What people and programs do for an agency in the administration. */
export const agencyEventTexts = defineTexts('admin/agency-events', {
  AgreementSigned: {
    nl: 'Gebruikersovereenkomst ondertekend',
    fr: 'Convention d’utilisation signée',
    de: 'Nutzungsvereinbarung unterzeichnet',
    en: 'User agreement signed',
  },
  AgencyRoleEnded: {
    nl: 'Iemand werkt niet meer voor de dienst',
    fr: 'Une personne ne travaille plus pour le service',
    de: 'Jemand arbeitet nicht mehr für den Dienst',
    en: 'Somebody works for the agency no more',
  },
  ApiClientMade: {
    nl: 'API-client gemaakt',
    fr: 'Client API créé',
    de: 'API-Client angelegt',
    en: 'API client made',
  },
  ApiClientWithdrawn: {
    nl: 'API-client ingetrokken',
    fr: 'Client API retiré',
    de: 'API-Client zurückgezogen',
    en: 'API client withdrawn',
  },
  BasisDocumentAdded: {
    nl: 'Tekst van een machtiging toegevoegd',
    fr: 'Texte d’une autorisation ajouté',
    de: 'Text einer Ermächtigung hinzugefügt',
    en: 'Text of an authorisation added',
  },
  BasisDocumentRead: {
    nl: 'Tekst van een machtiging gelezen',
    fr: 'Texte d’une autorisation lu',
    de: 'Text einer Ermächtigung gelesen',
    en: 'Text of an authorisation read',
  },
  ClientSecretRenewed: {
    nl: 'Nieuw geheim gemaakt',
    fr: 'Nouveau secret créé',
    de: 'Neues Geheimnis erstellt',
    en: 'New secret made',
  },
  ClientSecretWithdrawn: {
    nl: 'Geheim ingetrokken',
    fr: 'Secret retiré',
    de: 'Geheimnis zurückgezogen',
    en: 'Secret withdrawn',
  },
  ServiceDrafted: {
    nl: 'Onlinedienst beschreven of gewijzigd',
    fr: 'Service en ligne décrit ou modifié',
    de: 'Online-Dienst beschrieben oder geändert',
    en: 'Online service described or changed',
  },
  ServiceMoved: {
    nl: 'Onlinedienst naar een andere toestand',
    fr: 'Service en ligne passé à un autre état',
    de: 'Online-Dienst in einen anderen Zustand gebracht',
    en: 'Online service moved to another state',
  },
});

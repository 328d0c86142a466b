import { defineTexts } from '#libs/texts';

/** Records of what did not work, which stand under the reference of an error page; most concern no application. */
export const refusalTexts = defineTexts('admin/refusals', {
  ServiceFailed: {
    nl: 'Een erkende dienst antwoordde niet goed',
    fr: 'Un service reconnu n’a pas répondu correctement',
    de: 'Ein anerkannter Dienst antwortete nicht richtig',
    en: 'A recognised service did not answer properly',
  },
  RequestRejected: {
    nl: 'Vraag niet aanvaard',
    fr: 'Demande refusée',
    de: 'Anfrage nicht angenommen',
    en: 'Request not accepted',
  },
  RequestFailed: {
    nl: 'Er ging iets mis bij CSAM',
    fr: 'Un problème est survenu chez CSAM',
    de: 'Bei CSAM ist etwas schiefgegangen',
    en: 'Something went wrong at CSAM',
  },
  JourneyTurnedAway: {
    nl: 'Aanmelding was voorbij of van een andere browser',
    fr: 'Identification terminée ou d’un autre navigateur',
    de: 'Anmeldung war vorbei oder aus einem anderen Browser',
    en: 'Sign-in was over, or of another browser',
  },
  PartnerAnswerTurnedAway: {
    nl: 'Antwoord van een erkende dienst niet aanvaard',
    fr: 'Réponse d’un service reconnu refusée',
    de: 'Antwort eines anerkannten Dienstes nicht angenommen',
    en: 'Answer of a recognised service not accepted',
  },
  StaffRefused: {
    nl: 'Geen recht in het beheer',
    fr: 'Pas de droit dans la gestion',
    de: 'Kein Recht in der Verwaltung',
    en: 'No right in the administration',
  },
  ApiCallRefused: {
    nl: 'Programma geweigerd',
    fr: 'Programme refusé',
    de: 'Programm abgelehnt',
    en: 'Program refused',
  },
  ApiCallFailed: {
    nl: 'Vraag van een programma niet uitgevoerd',
    fr: 'Demande d’un programme non exécutée',
    de: 'Anfrage eines Programms nicht ausgeführt',
    en: 'Call of a program not carried out',
  },
  ChangeDecisionRefused: {
    nl: 'Beslissing over een aanvraag geweigerd',
    fr: 'Décision sur une demande refusée',
    de: 'Entscheidung über einen Antrag abgelehnt',
    en: 'Decision on a request refused',
  },
  ActivationRefused: {
    nl: 'Activeren niet gelukt',
    fr: 'Activation non aboutie',
    de: 'Aktivierung nicht gelungen',
    en: 'Activation did not work',
  },
  RecoveryRefused: {
    nl: 'Herstel niet gelukt',
    fr: 'Récupération non aboutie',
    de: 'Wiederherstellung nicht gelungen',
    en: 'Recovery did not work',
  },
  RegistrationRefused: {
    nl: 'Profiel maken niet gelukt',
    fr: 'Création du profil non aboutie',
    de: 'Profil anlegen nicht gelungen',
    en: 'Making a profile did not work',
  },
  PersonRegistrationRefused: {
    nl: 'Registratie aan het loket geweigerd',
    fr: 'Enregistrement au guichet refusé',
    de: 'Registrierung am Schalter abgelehnt',
    en: 'Registration at the office refused',
  },
  KeyChangeRefused: {
    nl: 'Wijziging van een sleutel geweigerd',
    fr: 'Modification d’une clé refusée',
    de: 'Änderung eines Schlüssels abgelehnt',
    en: 'Change of a key refused',
  },
  ContactNotConfirmed: {
    nl: 'Contactgegeven niet bevestigd',
    fr: 'Coordonnée non confirmée',
    de: 'Kontaktangabe nicht bestätigt',
    en: 'Contact detail not confirmed',
  },
  PasskeyCreationRefused: {
    nl: 'Passkey maken geweigerd',
    fr: 'Création d’une passkey refusée',
    de: 'Passkey anlegen abgelehnt',
    en: 'Making a passkey refused',
  },
  CertificateRegistrationRefused: {
    nl: 'Certificaat geweigerd',
    fr: 'Certificat refusé',
    de: 'Zertifikat abgelehnt',
    en: 'Certificate refused',
  },
  SamlResponseRefused: {
    nl: 'Antwoord over SAML geweigerd',
    fr: 'Réponse SAML refusée',
    de: 'SAML-Antwort abgelehnt',
    en: 'SAML response refused',
  },
  SamlLogoutRefused: {
    nl: 'Afmelden over SAML geweigerd',
    fr: 'Déconnexion SAML refusée',
    de: 'SAML-Abmeldung abgelehnt',
    en: 'SAML logout refused',
  },
  PersonNotFound: {
    nl: 'Beller niet gevonden',
    fr: 'Appelant introuvable',
    de: 'Anrufer nicht gefunden',
    en: 'Caller not found',
  },
});

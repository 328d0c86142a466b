import { defineTexts } from '#libs/texts';

export const officersTexts = defineTexts('admin/registration/officers', {
  title: {
    nl: 'Ambtenaren van dit kantoor',
    fr: 'Agents de ce bureau',
    de: 'Beamte dieses Amtes',
    en: 'Officers of this office',
  },
  lead: {
    nl: 'Wie mensen registreert, wordt voorgesteld door het hoofd van het kantoor en goedgekeurd door de servicedesk.',
    fr: 'Les agents sont proposés par le responsable du bureau et approuvés par le service desk.',
    de: 'Wer Menschen registriert, wird vom Leiter des Amtes vorgeschlagen und vom Service-Desk genehmigt.',
    en: 'Who registers people is proposed by the head of the office and approved by the service desk.',
  },
  officer: { nl: 'Ambtenaar', fr: 'Agent', de: 'Beamter', en: 'Officer' },
  since: { nl: 'Sinds', fr: 'Depuis', de: 'Seit', en: 'Since' },
  nobody: {
    nl: 'Er is nog niemand aangesteld.',
    fr: 'Personne n’est encore désigné.',
    de: 'Noch niemand ist ernannt.',
    en: 'Nobody is appointed yet.',
  },
  appoint: {
    nl: 'Een ambtenaar voorstellen',
    fr: 'Proposer un agent',
    de: 'Einen Beamten vorschlagen',
    en: 'Propose an officer',
  },
  name: { nl: 'Naam', fr: 'Nom', de: 'Name', en: 'Name' },
  number: {
    nl: 'Rijksregisternummer',
    fr: 'Numéro national',
    de: 'Nationalregisternummer',
    en: 'National number',
  },
  reason: { nl: 'Waarom?', fr: 'Pourquoi ?', de: 'Warum?', en: 'Why?' },
  reasonWrong: {
    nl: 'Schrijf 5 tot 300 tekens, zonder nummer of e-mailadres.',
    fr: 'Écrivez de 5 à 300 caractères, sans numéro ni adresse e-mail.',
    de: 'Schreiben Sie 5 bis 300 Zeichen, ohne Nummer oder E-Mail-Adresse.',
    en: 'Write 5 to 300 characters, without a number or e-mail address.',
  },
  nameWrong: {
    nl: 'Vul de naam in, 2 tot 80 tekens.',
    fr: 'Indiquez le nom, de 2 à 80 caractères.',
    de: 'Geben Sie den Namen ein, 2 bis 80 Zeichen.',
    en: 'Fill in the name, 2 to 80 characters.',
  },
  numberWrong: {
    nl: 'Niemand met een eigen sleutel is bekend met dit nummer.',
    fr: 'Personne avec une clé propre n’est connu sous ce numéro.',
    de: 'Niemand mit eigenem Schlüssel ist mit dieser Nummer bekannt.',
    en: 'Nobody with a key of their own is known by this number.',
  },
  propose: { nl: 'Voorstellen', fr: 'Proposer', de: 'Vorschlagen', en: 'Propose' },
  asked: {
    nl: 'De vraag is gesteld. De servicedesk beslist.',
    fr: 'La demande est introduite. Le service desk décide.',
    de: 'Die Anfrage ist gestellt. Der Service-Desk entscheidet.',
    en: 'The request was made. The service desk decides.',
  },
  waiting: {
    nl: 'Voor deze persoon wacht al een vraag.',
    fr: 'Une demande est déjà en attente pour cette personne.',
    de: 'Für diese Person wartet schon eine Anfrage.',
    en: 'A request for this person waits already.',
  },
  end: { nl: 'Beëindigen', fr: 'Mettre fin', de: 'Beenden', en: 'End' },
  endTitle: {
    nl: 'De aanstelling beëindigen?',
    fr: 'Mettre fin à la désignation ?',
    de: 'Die Ernennung beenden?',
    en: 'End the appointment?',
  },
  endAbout: {
    nl: 'De servicedesk beslist hierover. Is er haast, bel dan.',
    fr: 'Le service desk en décide. En cas d’urgence, téléphonez.',
    de: 'Der Service-Desk entscheidet. Bei Eile rufen Sie an.',
    en: 'The service desk decides on this. When it is urgent, call.',
  },
  requestTitle: {
    nl: 'Registratieambtenaar {name}, kantoor {office}',
    fr: 'Agent d’enregistrement {name}, bureau {office}',
    de: 'Registrierungsbeamter {name}, Amt {office}',
    en: 'Registration officer {name}, office {office}',
  },
  back: {
    nl: 'Terug naar het kantoor',
    fr: 'Retour au bureau',
    de: 'Zurück zum Amt',
    en: 'Back to the office',
  },
});

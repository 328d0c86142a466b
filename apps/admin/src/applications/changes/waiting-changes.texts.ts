import { defineTexts } from '#libs/texts';

export const waitingChangesTexts = defineTexts('admin/waiting-changes', {
  waits: {
    nl: '{title}. Gevraagd op {moment} {who}. Een tweede persoon van de servicedesk beslist; tot dan verandert er niets.',
    fr: '{title}. Demandé le {moment} {who}. Une deuxième personne du service desk décide ; d’ici là, rien ne change.',
    de: '{title}. Beantragt am {moment} {who}. Eine zweite Person des Service-Desks entscheidet; bis dahin ändert sich nichts.',
    en: '{title}. Asked on {moment} {who}. A second person of the service desk decides; until then nothing changes.',
  },
  byYou: { nl: 'door u', fr: 'par vous', de: 'von Ihnen', en: 'by you' },
  byOther: {
    nl: 'door iemand anders',
    fr: 'par quelqu’un d’autre',
    de: 'von jemand anderem',
    en: 'by somebody else',
  },
  why: { nl: 'Reden: {reason}', fr: 'Raison : {reason}', de: 'Grund: {reason}', en: 'Reason: {reason}' },
  until: {
    nl: 'Zonder beslissing vervalt dit op {moment}.',
    fr: 'Sans décision, ceci expire le {moment}.',
    de: 'Ohne Entscheidung verfällt dies am {moment}.',
    en: 'Without a decision this lapses on {moment}.',
  },
  changes: { nl: 'Wat er verandert', fr: 'Ce qui change', de: 'Was sich ändert', en: 'What changes' },
  withdraw: {
    nl: 'Deze aanvraag terugnemen',
    fr: 'Reprendre cette demande',
    de: 'Diesen Antrag zurücknehmen',
    en: 'Take this request back',
  },
  ask: {
    nl: 'Deze aanvraag terugnemen?',
    fr: 'Reprendre cette demande ?',
    de: 'Diesen Antrag zurücknehmen?',
    en: 'Take this request back?',
  },
  follows: {
    nl: 'Er verandert niets aan de dienst. U kunt later opnieuw vragen.',
    fr: 'Rien ne change au service. Vous pourrez redemander plus tard.',
    de: 'Am Dienst ändert sich nichts. Sie können später erneut fragen.',
    en: 'Nothing changes about the service. You can ask again later.',
  },
});

import { defineError } from '#libs/http';

export const KEY_NOT_CHANGED = defineError({
  code: 'SMA-KEY-NOT-CHANGED',
  status: 409,
  title: {
    nl: 'Dit kan niet met deze sleutel',
    fr: 'Ce n’est pas possible avec cette clé',
    de: 'Das ist mit diesem Schlüssel nicht möglich',
    en: 'This is not possible with this key',
  },
  explanation: {
    nl: 'De sleutel is intussen veranderd, u hebt er al genoeg van deze soort, of iemand anders beheert hem.',
    fr: 'La clé a changé entre-temps, vous en avez déjà assez de ce type, ou quelqu’un d’autre la gère.',
    de: 'Der Schlüssel hat sich inzwischen geändert, Sie haben schon genug davon, oder jemand anders verwaltet ihn.',
    en: 'The key has changed meanwhile, you have enough of this kind, or somebody else looks after it.',
  },
  action: {
    nl: 'Ga terug naar uw sleutels en kijk wat er nu staat.',
    fr: 'Revenez à vos clés et voyez ce qui est affiché maintenant.',
    de: 'Gehen Sie zurück zu Ihren Schlüsseln und sehen Sie nach, was dort jetzt steht.',
    en: 'Go back to your keys and see what is there now.',
  },
  meaning:
    'A change of a digital key was asked that its state or kind does not allow; KeyChangeRefused under the same reference has the reason.',
});

import { defineTexts } from '#libs/texts';

/** Client secrets: making one, and letting none count any more. */
export const secretTexts = defineTexts('admin/client-secret', {
  newSecret: {
    nl: 'Nieuw geheim voor {environment}',
    fr: 'Nouveau secret pour {environment}',
    de: 'Neues Geheimnis für {environment}',
    en: 'New secret for {environment}',
  },
  secretTitle: {
    nl: 'Het nieuwe geheim',
    fr: 'Le nouveau secret',
    de: 'Das neue Geheimnis',
    en: 'The new secret',
  },
  secretLead: {
    nl: 'U ziet dit één keer. Bewaar het veilig en stel het meteen in uw dienst in.',
    fr: 'Vous ne le voyez qu’une fois. Conservez-le en sécurité et configurez-le aussitôt dans votre service.',
    de: 'Sie sehen es nur einmal. Bewahren Sie es sicher auf und stellen Sie es gleich in Ihrem Dienst ein.',
    en: 'You see this once. Keep it safe, and set it in your service right away.',
  },
  askSecret: {
    nl: 'Een nieuw geheim maken voor {environment}?',
    fr: 'Créer un nouveau secret pour {environment} ?',
    de: 'Ein neues Geheimnis für {environment} erstellen?',
    en: 'Make a new secret for {environment}?',
  },
  followsSecret: {
    nl: 'Het oude geheim werkt nog zeven dagen, zodat uw dienst kan overschakelen. Het nieuwe ziet u maar één keer.',
    fr: 'L’ancien secret fonctionne encore sept jours, pour que votre service puisse changer. Le nouveau ne s’affiche qu’une fois.',
    de: 'Das alte Geheimnis gilt noch sieben Tage, damit Ihr Dienst umstellen kann. Das neue sehen Sie nur einmal.',
    en: 'The old secret works for seven more days, so that your service can change over. You see the new one only once.',
  },
  leaked: {
    nl: 'Het oude geheim is uitgelekt: laat het meteen stoppen',
    fr: 'L’ancien secret a fuité : arrêtez-le immédiatement',
    de: 'Das alte Geheimnis ist bekannt geworden: sofort ungültig machen',
    en: 'The old secret leaked: stop it at once',
  },
  withdrawSecret: {
    nl: 'Geheim voor {environment} intrekken',
    fr: 'Retirer le secret pour {environment}',
    de: 'Geheimnis für {environment} zurückziehen',
    en: 'Withdraw the secret for {environment}',
  },
  askWithdraw: {
    nl: 'Het geheim voor {environment} intrekken?',
    fr: 'Retirer le secret pour {environment} ?',
    de: 'Das Geheimnis für {environment} zurückziehen?',
    en: 'Withdraw the secret for {environment}?',
  },
  followsWithdraw: {
    nl: 'Het geheim telt meteen niet meer, ook niet het vorige. De beheerders krijgen een mail met uw reden en maken zelf een nieuw geheim, dat u niet te zien krijgt. Dit kan niet ongedaan gemaakt worden.',
    fr: 'Le secret ne compte plus immédiatement, le précédent non plus. Les gestionnaires reçoivent un e-mail avec votre raison et créent eux-mêmes un nouveau secret, que vous ne verrez pas. Ceci ne peut pas être annulé.',
    de: 'Das Geheimnis gilt sofort nicht mehr, auch das vorige nicht. Die Verwalter bekommen eine E-Mail mit Ihrem Grund und erstellen selbst ein neues Geheimnis, das Sie nicht sehen. Das kann nicht rückgängig gemacht werden.',
    en: 'The secret does not count any more at once, nor does the one before it. The managers get a mail with your reason and make a new secret themselves, which you do not get to see. This cannot be undone.',
  },
});

import { defineError } from '#libs/http';

export const STAFF_NO_RIGHT = defineError({
  code: 'ADMIN-STAFF-NO-RIGHT',
  status: 403,
  title: {
    nl: 'Uw rol geeft hier geen toegang',
    fr: 'Votre rôle ne donne pas accès à cette page',
    de: 'Ihre Rolle gibt hier keinen Zugang',
    en: 'Your role gives no access here',
  },
  explanation: {
    nl: 'U bent aangemeld, maar voor deze pagina of deze actie hebt u het recht niet.',
    fr: 'Vous êtes connecté, mais vous n’avez pas le droit requis pour cette page ou cette action.',
    de: 'Sie sind angemeldet, haben aber für diese Seite oder diese Handlung nicht das nötige Recht.',
    en: 'You are signed in, but you do not have the right for this page or this action.',
  },
  action: {
    nl: 'Vraag het recht aan wie in uw dienst de rollen geeft. Vermeld daarbij de referentie.',
    fr: 'Demandez ce droit à la personne qui attribue les rôles dans votre service, en mentionnant la référence.',
    de: 'Bitten Sie die Person in Ihrem Dienst, die die Rollen vergibt, um dieses Recht, und nennen Sie die Referenz.',
    en: 'Ask whoever gives out the roles in your service for the right, and mention the reference.',
  },
  meaning:
    'A person who is signed in to the administration asked for what none of their roles allows, or for an agency or office outside them. The audit record StaffRefused names the right.',
});

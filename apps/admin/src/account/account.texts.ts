import { defineTexts } from '#libs/texts';

export const accountTexts = defineTexts('admin/account', {
  title: {
    nl: 'Uw taken in het beheer',
    fr: 'Vos tâches de gestion',
    de: 'Ihre Aufgaben in der Verwaltung',
    en: 'Your tasks in the administration',
  },
  welcome: { nl: 'Dag {name}', fr: 'Bonjour {name}', de: 'Guten Tag {name}', en: 'Hello {name}' },
  lead: {
    nl: 'Dit kunt u hier doen.',
    fr: 'Voici ce que vous pouvez faire ici.',
    de: 'Das können Sie hier tun.',
    en: 'This is what you can do here.',
  },
  noRole: {
    nl: 'U bent aangemeld, maar u hebt hier nog geen rol. Wie in uw dienst de rollen geeft, kan u er een geven.',
    fr: 'Vous êtes connecté, mais vous n’avez pas encore de rôle ici. La personne qui attribue les rôles dans votre service peut vous en donner un.',
    de: 'Sie sind angemeldet, haben hier aber noch keine Rolle. Wer in Ihrem Dienst die Rollen vergibt, kann Ihnen eine geben.',
    en: 'You are signed in, but you have no role here yet. Whoever gives out the roles in your service can give you one.',
  },
  roles: {
    nl: 'Uw rollen en uw aanmelding',
    fr: 'Vos rôles et votre identification',
    de: 'Ihre Rollen und Ihre Anmeldung',
    en: 'Your roles and how you signed in',
  },
  level: {
    nl: 'Betrouwbaarheid van uw sleutel',
    fr: 'Niveau de garantie de votre clé',
    de: 'Sicherheitsniveau Ihres Schlüssels',
    en: 'Assurance level of your key',
  },
  since: { nl: 'Bewezen op', fr: 'Prouvé le', de: 'Nachgewiesen am', en: 'Proven on' },
});

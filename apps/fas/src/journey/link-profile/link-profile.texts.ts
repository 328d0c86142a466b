import { defineTexts } from '#libs/texts';

export const linkProfileTexts = defineTexts('fas/link-profile', {
  title: {
    nl: 'Is dit profiel ook van u?',
    fr: 'Ce profil est-il aussi le vôtre ?',
    de: 'Gehört dieses Profil auch Ihnen?',
    en: 'Is this profile yours too?',
  },
  lead: {
    nl: 'U hebt bewezen wie u bent met ‘{key}’. In deze browser is ook een zelfgemaakt profiel aangemeld:',
    fr: 'Vous avez prouvé votre identité avec « {key} ». Dans ce navigateur, un profil créé en ligne est aussi connecté :',
    de: 'Sie haben mit „{key}“ nachgewiesen, wer Sie sind. In diesem Browser ist auch ein selbst erstelltes Profil angemeldet:',
    en: 'You proved who you are with ‘{key}’. In this browser a self-made profile is signed in too:',
  },
  profile: { nl: 'Profiel', fr: 'Profil', de: 'Profil', en: 'Profile' },
  yes: {
    nl: 'Ja, dit profiel is van mij',
    fr: 'Oui, ce profil est le mien',
    de: 'Ja, dieses Profil gehört mir',
    en: 'Yes, this profile is mine',
  },
  yesMeans: {
    nl: 'Zegt u ja, dan voegen we het profiel bij uw gegevens. U kunt er later ook nog mee aanmelden bij diensten die uw identiteit niet vragen. Dit kan niet ongedaan worden gemaakt.',
    fr: 'Si vous dites oui, nous joignons le profil à vos données. Vous pourrez encore l’utiliser pour les services qui ne demandent pas votre identité. Cela ne peut pas être annulé.',
    de: 'Wenn Sie Ja sagen, fügen wir das Profil Ihren Daten hinzu. Sie können sich damit weiterhin bei Diensten anmelden, die Ihre Identität nicht verlangen. Das kann nicht rückgängig gemacht werden.',
    en: 'If you say yes, we add the profile to your data. You can still sign in with it to services that do not ask your identity. This cannot be undone.',
  },
  no: {
    nl: 'Nee, dat is iemand anders',
    fr: 'Non, c’est quelqu’un d’autre',
    de: 'Nein, das ist jemand anders',
    en: 'No, that is somebody else',
  },
  noMeans: {
    nl: 'Zegt u nee, dan melden we dat profiel hier af en gaan we verder met u alleen.',
    fr: 'Si vous dites non, nous déconnectons ce profil ici et continuons avec vous seul.',
    de: 'Wenn Sie Nein sagen, melden wir dieses Profil hier ab und machen nur mit Ihnen weiter.',
    en: 'If you say no, we sign that profile out here and go on with you alone.',
  },
});

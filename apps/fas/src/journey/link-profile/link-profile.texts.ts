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
    nl: 'We voegen het profiel bij uw gegevens. U kunt er later ook nog mee aanmelden bij diensten die uw identiteit niet vragen. Dit kan niet ongedaan worden gemaakt.',
    fr: 'Nous joignons le profil à vos données. Vous pourrez encore l’utiliser pour les services qui ne demandent pas votre identité. Cela ne peut pas être annulé.',
    de: 'Wir fügen das Profil Ihren Daten hinzu. Sie können sich damit weiterhin bei Diensten anmelden, die Ihre Identität nicht verlangen. Das kann nicht rückgängig gemacht werden.',
    en: 'We add the profile to your data. You can still sign in with it to services that do not ask your identity. This cannot be undone.',
  },
  no: {
    nl: 'Nee, dat is iemand anders',
    fr: 'Non, c’est quelqu’un d’autre',
    de: 'Nein, das ist jemand anders',
    en: 'No, that is somebody else',
  },
  noMeans: {
    nl: 'We melden dat profiel hier af en gaan verder met u alleen.',
    fr: 'Nous déconnectons ce profil ici et continuons avec vous seul.',
    de: 'Wir melden dieses Profil hier ab und machen nur mit Ihnen weiter.',
    en: 'We sign that profile out here and go on with you alone.',
  },
});

import type { Config } from '#libs/config';
import type { FrameSettings } from '#libs/http';

/** Header and footer of SMA's pages; what they link to is written once, at FAS. */
export function smaFrame({ environment, baseUrl }: Config): FrameSettings {
  return {
    serviceName: {
      nl: 'Mijn digitale sleutels',
      fr: 'Mes clés numériques',
      de: 'Meine digitalen Schlüssel',
      en: 'My digital keys',
    },
    links: (language) => ({
      home: '/',
      news: `/whats-new?lang=${language}`,
      help: `${baseUrl.fas}/fas/help?lang=${language}`,
      accessibility: `${baseUrl.fas}/fas/accessibility?lang=${language}`,
      privacy: `${baseUrl.fas}/fas/privacy?lang=${language}`,
      contact: `${baseUrl.fas}/fas/contact?lang=${language}`,
    }),
    ...(environment !== 'production' && {
      environment: {
        nl: 'Testomgeving',
        fr: 'Environnement de test',
        de: 'Testumgebung',
        en: 'Test environment',
      },
    }),
  };
}

import type { Config } from '#libs/config';
import type { FrameSettings } from '#libs/http';

/** Header and footer of FAS's pages. */
export function fasFrame({ environment, baseUrl }: Config): FrameSettings {
  return {
    serviceName: {
      nl: 'Aanmelden bij de overheid',
      fr: 'S’identifier auprès des services publics',
      de: 'Anmelden bei den Behörden',
      en: 'Sign in to government services',
    },
    links: (language) => ({
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

import type { ApplicationEnvironment } from '#libs/agencies';

/** The client id of a service in one environment. */
export const clientIdOf = (dossier: string, environment: ApplicationEnvironment): string =>
  `${environment.toLowerCase()}-${dossier.slice(0, 13)}`;

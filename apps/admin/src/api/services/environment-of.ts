import type { ApplicationEnvironment } from '#libs/agencies';
import { AppError, httpErrors } from '#libs/http';
import { ENVIRONMENTS } from '../../applications/dossier/dossier.js';

/** Where a path leads to. */
export interface Place {
  readonly id: string;
  readonly environment: string;
}

/** @throws 404 when there is no such environment */
export function environmentOf(name: string): ApplicationEnvironment {
  const found = ENVIRONMENTS.find((environment) => environment === name);
  if (found === undefined) throw new AppError(httpErrors.NOT_FOUND);
  return found;
}

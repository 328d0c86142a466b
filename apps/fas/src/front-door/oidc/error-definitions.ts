import type { Application } from '#libs/agencies';
import type { ErrorDefinition } from '#libs/http';
import { SuspendedService } from '../../relying-parties/relying-parties.errors.js';
import { LoginExpired, UnknownClient, WrongRedirectAddress } from './oidc.errors.js';

const ERROR_OF: readonly (readonly [name: string, definition: ErrorDefinition])[] = [
  ['InvalidClient', UnknownClient],
  ['InvalidRedirectUri', WrongRedirectAddress],
  ['SessionNotFound', LoginExpired],
];

/** The page that says what the provider's error means for a person; undefined when none says it better. */
export function definitionOf(
  { name, ...error }: Error & { readonly error_description?: string },
  client?: Pick<Application, 'state'>,
) {
  if (name === 'InvalidClient' && client?.state === 'suspended') return SuspendedService;
  const isAddress = error.error_description?.startsWith('post_logout_redirect_uri') === true;
  return isAddress ? WrongRedirectAddress : ERROR_OF.find(([known]) => known === name)?.[1];
}

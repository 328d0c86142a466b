import type { AuditData } from '#libs/audit';
import type { AppError } from '#libs/http';
import type { ApiCallFailed } from './api.audit.js';

type Failure = Omit<AuditData<(typeof ApiCallFailed)['fields']>, 'route'>;

const MOST_FIELDS = 20;

/** Why a call came to nothing, as the record may hold it: names of fields, never what stood in them. */
export function failureOf({ definition, members }: AppError): Failure {
  const { reason, errors } = members;
  return {
    error: definition.code,
    ...(typeof reason === 'string' && { reason }),
    ...(Array.isArray(errors) && { wrongFields: errors.slice(0, MOST_FIELDS).map(nameOf) }),
  };
}

/** A field that nobody knows may be called anything, also what no record may hold. */
function nameOf({ field }: { readonly field?: unknown }): string {
  return typeof field === 'string' && /^[a-z]+(\.?[a-z]+|\.\d{1,3})*$/i.test(field) && field.length <= 80
    ? field
    : '(unknown)';
}

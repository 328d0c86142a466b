import { isAttributeName } from '#libs/attributes';
import { parseEnterpriseNumber } from '#libs/kernel';
import type { ApplicationFile } from './application-file.js';
import { oidcProblems } from './oidc-problems.js';
import { metadataUrlProblems } from './metadata-source/metadata-url-problems.js';

type Rule<T> = (subject: T) => readonly string[];

const applicationRules: readonly Rule<ApplicationFile>[] = [
  ({ agency }) =>
    parseEnterpriseNumber(agency).kind === 'invalid' ? [`agency: ${agency} is no enterprise number`] : [],
  ({ attributes }) =>
    attributes
      .filter((name) => !isAttributeName(name))
      .map((name) => `attributes: ${name} is not in the catalogue of attributes`),
  ({ attributes, mandatoryAttributes }) =>
    mandatoryAttributes
      .filter((name) => !attributes.includes(name))
      .map((name) => `mandatoryAttributes: ${name} is not among the attributes`),
  ({ legalBasis }) =>
    legalBasis?.validUntil !== undefined && legalBasis.validUntil < legalBasis.validFrom
      ? ['legalBasis.validUntil: lies before validFrom']
      : [],
  ({ oidc, saml }) => ((oidc === undefined) === (saml === undefined) ? ['give one of oidc and saml'] : []),
  ({ oidc }) => (oidc === undefined ? [] : oidcProblems(oidc)),
  ({ saml }) => (saml === undefined ? [] : metadataUrlProblems(saml)),
];

/** What the fields of a file may not mean together; a line for each problem. */
export function applicationProblems(file: ApplicationFile): string[] {
  return applicationRules.flatMap((rule) => rule(file));
}

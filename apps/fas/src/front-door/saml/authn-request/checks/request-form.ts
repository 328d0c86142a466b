import { readAuthnRequest, type AuthnRequest, type ParsedXml } from '#libs/saml';
import { UnusableSamlRequest } from '../../saml.errors.js';
import type { ServiceProvider } from '../../service-providers.js';
import { passed, toPage, type PageOutcome } from '../rejection.js';

/** It is an AuthnRequest with every value of its type (Core 3.4.1), by the issuer whose keys were used. */
export function checkRequestForm(root: ParsedXml['root'], party: ServiceProvider): PageOutcome<AuthnRequest> {
  const outcome = readAuthnRequest(root);
  if (outcome.kind === 'refused') return toPage('request-form', UnusableSamlRequest, outcome.reason);
  const { request } = outcome;
  return request.issuer === party.entityId
    ? passed(request)
    : toPage('request-form', UnusableSamlRequest, 'issuer-changed');
}

import type { Element } from '@xmldom/xmldom';
import { NAMESPACE, STATUS } from '#libs/saml';
import { onlyChild, parseRoot, textOf } from '../../xml/xml.js';
import { classSatisfies } from '../level-class.js';
import type { SamlOptions } from './sign-in-options.js';

const BEARER = 'urn:oasis:names:tc:SAML:2.0:cm:bearer';

export interface ResponseExpectation {
  readonly assertionConsumer: string;
  readonly identityProvider: string;
  readonly asked: SamlOptions | undefined;
}

/**
 * What passport-saml leaves to the application: addressee, status, both issuers, the kind of confirmation and the
 * level. To be run on a response whose signatures it has verified.
 *
 * @throws when one of them does not hold
 */
export function checkResponse(responseXml: string, expected: ResponseExpectation): string {
  const response = parseRoot(responseXml);
  if (response === undefined) throw new Error('The response is not plain XML.');
  const assertion = onlyChild(response, NAMESPACE.assertion, 'Assertion');
  const confirmation = descend(assertion, 'Subject', 'SubjectConfirmation');
  const given = textOf(descend(assertion, 'AuthnStatement', 'AuthnContext', 'AuthnContextClassRef')) ?? '';
  const status = onlyChild(
    onlyChild(response, NAMESPACE.protocol, 'Status'),
    NAMESPACE.protocol,
    'StatusCode',
  );
  const issuers = [response, assertion].map((element) =>
    textOf(onlyChild(element, NAMESPACE.assertion, 'Issuer')),
  );
  const recipient = descend(confirmation, 'SubjectConfirmationData')?.getAttribute('Recipient');
  require(status?.getAttribute('Value') === STATUS.success, 'The status is not Success.');
  require(response.getAttribute('Destination') ===
    expected.assertionConsumer, 'The response is for another address.');
  require(recipient === expected.assertionConsumer, 'The assertion is for another recipient.');
  require(issuers.every(
    (issuer) => issuer === expected.identityProvider,
  ), 'The response is from someone else.');
  require(confirmation?.getAttribute('Method') === BEARER, 'The subject is not confirmed as bearer.');
  const { levelClass, comparison } = expected.asked ?? { comparison: 'minimum' as const };
  require(classSatisfies(
    given,
    levelClass,
    comparison,
  ), `Asked for ${levelClass}, and signed in with ${given}.`);
  return given;
}

function require(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}

const descend = (element: Element | undefined, ...path: readonly string[]): Element | undefined =>
  path.reduce<Element | undefined>((parent, name) => onlyChild(parent, NAMESPACE.assertion, name), element);

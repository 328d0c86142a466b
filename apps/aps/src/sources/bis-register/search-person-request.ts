import type { PersonNumber } from '#libs/kernel';
import { signedEnvelope, type RequestSigner } from '../soap/signed-envelope.js';
import { escapeXml } from '../soap/xml.js';
import { PERSON_SERVICE } from './namespaces.js';

export interface SearchPersonQuestion {
  readonly personNumber: PersonNumber;
  /** Id under which both sides keep their record of this consultation. */
  readonly ticket: string;
  /** Enterprise number of who asks. */
  readonly customer: string;
  /** The ground on which is asked, as agreed with the KSZ, for example `CSAM:ATTRIBUTE_PUBLICATION`. */
  readonly legalContext: string;
}

const element = (name: string, content: string) => `<${name}>${content}</${name}>`;
const text = (name: string, content: string) => element(name, escapeXml(content));

/** The signed envelope of searchPersonBySsin in the message frame of the KSZ. */
export function signedSearchPerson(
  { personNumber, ticket, customer, legalContext }: SearchPersonQuestion,
  signer: RequestSigner,
  now: Date,
): Promise<string> {
  const frame =
    element(
      'informationCustomer',
      text('ticket', ticket) +
        text('timestampSent', now.toISOString()) +
        element('customerIdentification', text('cbeNumber', customer)),
    ) + text('legalContext', legalContext);
  const content =
    `<per:searchPersonBySsinRequest xmlns:per="${PERSON_SERVICE}">${frame}` +
    `${element('criteria', text('ssin', personNumber))}</per:searchPersonBySsinRequest>`;
  return signedEnvelope({ header: '', content }, signer, now);
}

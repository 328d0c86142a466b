import type { Language, PersonNumber } from '#libs/kernel';
import { signedEnvelope, type RequestSigner } from '../soap/signed-envelope.js';
import { escapeXml } from '../soap/xml.js';
import * as ns from './namespaces.js';

export interface GetPersonQuestion {
  /** The person whose data is asked. */
  readonly personNumber: PersonNumber;
  /** The person who is signing in and so causes the question; with us the same person. */
  readonly userNumber: PersonNumber;
  readonly language: Language;
  /** Id under which both sides keep their record of this consultation. */
  readonly messageId: string;
  /** Enterprise number of the agency for which is asked. */
  readonly onBehalfOf?: string | undefined;
}

/** The signed SOAP 1.1 envelope of GetPerson v3. */
export const signedGetPerson = (
  question: GetPersonQuestion,
  signer: RequestSigner,
  now: Date,
): Promise<string> =>
  signedEnvelope({ header: fsbHeaderOf(question), content: contentOf(question) }, signer, now);

function fsbHeaderOf({ messageId, onBehalfOf }: GetPersonQuestion): string {
  const behalf =
    onBehalfOf === undefined
      ? ''
      : `<svc:sentOnBehalfOf xmlns:svc="${ns.GET_PERSON}">${escapeXml(onBehalfOf)}</svc:sentOnBehalfOf>`;
  const id = `<head:messageId>${escapeXml(messageId)}</head:messageId>`;
  return `<head:fsbHeader xmlns:head="${ns.FSB_HEADER}">${id}</head:fsbHeader>${behalf}`;
}

const contentOf = ({ personNumber, userNumber, language }: GetPersonQuestion) =>
  `<mes:getPersonRequest xmlns:mes="${ns.GET_PERSON_MESSAGES}">` +
  `<ctx:userContext xmlns:ctx="${ns.FSB_CONTEXT}"><ctx:personNumber>${userNumber}</ctx:personNumber>` +
  `<ctx:language>${language}</ctx:language></ctx:userContext>` +
  `<mes:personNumber>${personNumber}</mes:personNumber></mes:getPersonRequest>`;

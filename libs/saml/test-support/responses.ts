import { NAME_ID_FORMAT } from '../saml-names.js';
import type { SuccessResponse } from '../response/response-parts.js';
import { ACS, IDP, SP } from './requests.js';

/** A response about an invented person. */
export function successResponse(changes: Partial<SuccessResponse> = {}): SuccessResponse {
  const issuedAt = new Date();
  return {
    issuer: IDP,
    destination: ACS,
    inResponseTo: '_request1',
    issuedAt,
    audience: SP,
    subject: { value: 'AB2C3D', format: NAME_ID_FORMAT.transient, nameQualifier: IDP, spNameQualifier: SP },
    authentication: {
      at: new Date(issuedAt.getTime() - 5_000),
      sessionIndex: '_session1',
      sessionEndsAt: new Date(issuedAt.getTime() + 3_600_000),
      classReference: 'urn:be:fedict:iam:fas:citizen:Level400',
    },
    attributes: [
      { name: 'givenName', values: ['Zoë <& "Co"'] },
      { name: 'surname', values: ['Van den Voorbeeld'] },
      { name: 'urn:be:fedict:iam:attr:fedid', friendlyName: 'fedid', values: ['0'.repeat(40)] },
      { name: 'roles', values: ['one', 'two'] },
      { name: 'mail', values: [] },
    ],
    ...changes,
  };
}

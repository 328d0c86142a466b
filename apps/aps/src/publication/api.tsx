import type { ApiDescriptionOptions } from '#libs/api-docs';
import { AttributeTable } from './attribute-table.js';

/** How the API is described to those who program against it. */
export const API: ApiDescriptionOptions = {
  title: 'Attribute Publication Service',
  description:
    'Gives FAS the attributes of a person who is signing in: what was asked and the application is authorised to have, with source, trust and time.',
  token:
    'Signed by FAS (RS256 or ES256) with header typ `aps+jwt`; aud `aps`, iss the issuer of FAS, sub the FedID, client_id the id of the application, jti, journey, purpose, iat and exp at most 60 seconds later. Good for one request.',
  appendix: () => <AttributeTable />,
};

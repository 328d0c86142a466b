import type { Configuration } from 'oidc-provider';

const OURS = ['RS256', 'PS256', 'ES256'] as const;
const OF_CLIENTS = ['RS256', 'PS256', 'ES256', 'EdDSA'] as const;
/** Proofs of possession are new: nothing old has to be borne (FAPI 2.0 Security Profile 5.4.1). */
const OF_PROOFS = ['PS256', 'ES256', 'EdDSA'] as const;
const KEY_ENCRYPTION = ['RSA-OAEP-256', 'ECDH-ES', 'ECDH-ES+A256KW'] as const;
const CONTENT_ENCRYPTION = ['A128CBC-HS256', 'A256GCM'] as const;

/** Algorithms on offer. RS256 is what a client gets that chose none; nothing symmetric, and never `none`. */
export const enabledJWA: NonNullable<Configuration['enabledJWA']> = {
  idTokenSigningAlgValues: [...OURS],
  userinfoSigningAlgValues: [...OURS],
  authorizationSigningAlgValues: [...OURS],
  clientAuthSigningAlgValues: [...OF_CLIENTS],
  requestObjectSigningAlgValues: [...OF_CLIENTS],
  dPoPSigningAlgValues: [...OF_PROOFS],
  idTokenEncryptionAlgValues: [...KEY_ENCRYPTION],
  idTokenEncryptionEncValues: [...CONTENT_ENCRYPTION],
  userinfoEncryptionAlgValues: [...KEY_ENCRYPTION],
  userinfoEncryptionEncValues: [...CONTENT_ENCRYPTION],
  // Requests and answers in the browser carry no secrets; nobody asked to have them encrypted.
  requestObjectEncryptionAlgValues: [],
  requestObjectEncryptionEncValues: [],
  authorizationEncryptionAlgValues: [],
  authorizationEncryptionEncValues: [],
};

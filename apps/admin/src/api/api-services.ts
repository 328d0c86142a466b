import { administrationAudience, ApiClientsStore } from '#libs/agencies';
import type { AuditWriter } from '#libs/audit';
import type { Config } from '#libs/config';
import type { Database } from '#libs/database';
import { systemClock, type Clock } from '#libs/kernel';
import type { FieldCipher } from '#libs/security';
import { SigningKeyRing } from '#libs/security';
import { AccessTokens } from './access/access-token.js';
import { ApiDesk } from './access/api-desk.js';
import { CallCounter } from './access/call-counter.js';

/** Programs work through lists; a loop that got out of hand is slowed down. */
const CALLS_PER_MINUTE = 300;

export interface ApiParts {
  readonly config: Config;
  readonly database: Database;
  readonly cipher: FieldCipher;
  readonly audit: AuditWriter;
  readonly clock?: Clock;
}

/** The guard of the API. */
export function openApiDesk({ config, database, cipher, audit, clock = systemClock }: ApiParts): ApiDesk {
  const { fas, admin } = config.baseUrl;
  return new ApiDesk({
    clients: new ApiClientsStore(database),
    tokens: new AccessTokens({
      issuer: `${fas}/fas/oauth2`,
      audience: administrationAudience(admin),
      ring: new SigningKeyRing({ database, cipher }),
      clock,
    }),
    counter: new CallCounter({ perMinute: CALLS_PER_MINUTE }),
    audit,
    clock,
  });
}

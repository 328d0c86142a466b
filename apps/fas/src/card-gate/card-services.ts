import type { Config } from '#libs/config';
import type { Database } from '#libs/database';
import { CardGateAddress, CardReadingsStore, createEidService, type CardServices } from '#libs/digital-keys';
import type { FieldCipher } from '#libs/security';

/** What reads and judges certificates, shared by FAS and its certificate listener. */
export function cardServices({ baseUrl, eid, environment }: Config, state: Database, cipher: FieldCipher) {
  return {
    gate: new CardGateAddress(baseUrl.card, cipher),
    readings: new CardReadingsStore(state, cipher),
    eid: createEidService({ ...eid, allowSpecimen: environment !== 'production' }),
  } satisfies CardServices;
}

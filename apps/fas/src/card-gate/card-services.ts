import type { Config } from '#libs/config';
import type { Database } from '#libs/database';
import {
  CardGateAddress,
  CardReadingsStore,
  createCertificateJudge,
  createEidService,
  type CardServices,
} from '#libs/digital-keys';
import type { FieldCipher } from '#libs/security';

/** What reads and judges certificates, shared by FAS and its certificate listener. */
export function cardServices(config: Config, state: Database, cipher: FieldCipher) {
  const { baseUrl, certificate, eid, environment } = config;
  return {
    gate: new CardGateAddress(baseUrl.card, cipher),
    readings: new CardReadingsStore(state, cipher),
    eid: createEidService({ ...eid, allowSpecimen: environment !== 'production' }),
    ...(certificate.authorities.length > 0 && { certificates: createCertificateJudge(certificate) }),
  } satisfies CardServices;
}

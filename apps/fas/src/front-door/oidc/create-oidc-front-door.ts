import { administrationAudience, ApiClientsStore } from '#libs/agencies';
import { systemClock } from '#libs/kernel';
import { defaultLoaPolicy } from '#libs/loa';
import type { FasServices } from '../../fas-services.js';
import { SIGN_IN_COOKIE } from '../../sign-in-session/sign-in-cookie.js';
import { Authorization } from './authorization/authorization.js';
import { releasableNow } from './authorization/releasable-now.js';
import { subjectRule } from './authorization/subject.js';
import { ApiClients } from './clients/api-clients.js';
import { CertificateAuthorities } from './clients/certificate-authorities.js';
import { ClientCertificates } from './clients/client-certificates.js';
import { clientKeysFetch } from './clients/client-keys.js';
import { OidcLogoutDoor } from './logout/oidc-logout-door.js';
import { OidcFrontDoor } from './oidc.front-door.js';
import { OIDC_PREFIX } from './oidc-routes.js';
import { OidcAdapters } from './store/adapters.js';
import { AnswerStore } from './store/answer.store.js';
import { PostgresRecords } from './store/postgres-records.js';
import { RedisRecords } from './store/redis-records.js';

/** The OpenID Connect front door of these services. */
export function oidcFrontDoor(services: FasServices): OidcFrontDoor {
  const {
    config,
    issuer,
    database,
    state,
    redis,
    cipher,
    index,
    ring,
    parties,
    sessions,
    journeyStore,
    journeys,
    audit,
  } = services;
  const secure = config.baseUrl.fas.startsWith('https:');
  const subjectOf = subjectRule(index, parties);
  const answers = new AnswerStore(state, cipher, {
    hours: config.signIn.absoluteHours,
    offlineDays: config.openId.offlineDays,
  });
  const authorization = new Authorization({
    journeys,
    journeyStore,
    parties,
    sessions,
    answers,
    policy: defaultLoaPolicy,
    subjectOf,
  });
  const records = redis === undefined ? new PostgresRecords(state) : new RedisRecords(redis, state);
  const apiClients = new ApiClients(new ApiClientsStore(database), systemClock);
  services.logout.doors.register('oidc', new OidcLogoutDoor(parties, subjectOf));
  return new OidcFrontDoor({
    issuer,
    ring,
    subjectOf,
    records,
    answers,
    authorization,
    parties,
    sessions,
    journeys: journeyStore,
    apiClients,
    administration: administrationAudience(config.baseUrl.admin),
    audit,
    releasableNow: releasableNow(parties),
    certificates: new ClientCertificates(clientAuthorities(config)),
    certificateAddress: `${config.baseUrl.card}${OIDC_PREFIX}`,
    // In demo and test the world outside is on this machine.
    clientKeys: clientKeysFetch({ allowLoopback: config.environment !== 'production' }),
    offlineDays: config.openId.offlineDays,
    singleLogout: services.logout.singleLogout,
    adapters: new OidcAdapters({
      records,
      sessions,
      journeys: journeyStore,
      parties,
      apiClients,
      answers,
      authorization,
    }),
    secure,
    sessionCookie: secure ? `__Host-${SIGN_IN_COOKIE}` : SIGN_IN_COOKIE,
    journeyMinutes: config.signIn.journeyMinutes,
    sessionHours: config.signIn.absoluteHours,
  });
}

function clientAuthorities({ openId: { clientAuthoritiesFile: file } }: FasServices['config']) {
  return file ? CertificateAuthorities.fromFile(file) : undefined;
}

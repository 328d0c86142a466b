import { defaultLoaPolicy } from '#libs/loa';
import type { FasServices } from '../../fas-services.js';
import { SIGN_IN_COOKIE } from '../../sign-in-session/sign-in-cookie.js';
import { Authorization } from './authorization/authorization.js';
import { subjectRule } from './authorization/subject.js';
import { OidcFrontDoor } from './oidc.front-door.js';
import { OidcAdapters } from './store/adapters.js';
import { AnswerStore } from './store/answer.store.js';

/** The OpenID Connect front door of these services. */
export function oidcFrontDoor(services: FasServices): OidcFrontDoor {
  const { config, issuer, state, cipher, index, ring, parties, sessions, journeyStore, journeys, audit } =
    services;
  const secure = config.baseUrl.fas.startsWith('https:');
  const subjectOf = subjectRule(index, parties);
  const answers = new AnswerStore(state, cipher, config.signIn.absoluteHours);
  const authorization = new Authorization({
    journeys,
    journeyStore,
    parties,
    sessions,
    answers,
    policy: defaultLoaPolicy,
    subjectOf,
  });
  return new OidcFrontDoor({
    issuer,
    ring,
    subjectOf,
    answers,
    authorization,
    parties,
    audit,
    adapters: new OidcAdapters({
      database: state,
      sessions,
      journeys: journeyStore,
      parties,
      answers,
      authorization,
    }),
    secure,
    sessionCookie: secure ? `__Host-${SIGN_IN_COOKIE}` : SIGN_IN_COOKIE,
    journeyMinutes: config.signIn.journeyMinutes,
    sessionHours: config.signIn.absoluteHours,
  });
}

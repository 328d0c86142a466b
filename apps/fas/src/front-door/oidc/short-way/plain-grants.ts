import { currentRequest } from '#libs/http';
import { hashToken } from '#libs/security';
import type { Authenticated } from '../../../journey/authentication-result.js';
import type { RelyingParties } from '../../../relying-parties/relying-parties.js';
import { SIGN_IN_COOKIE } from '../../../sign-in-session/sign-in-cookie.js';
import type { SignInSessionStore } from '../../../sign-in-session/sign-in-session.store.js';
import type { Authorization } from '../authorization/authorization.js';
import { answerIdOf } from '../store/answer.js';
import type { AnswerStore } from '../store/answer.store.js';
import { knownTo, wasNoted } from '../store/session.adapter.js';
import { NOTHING_MORE, type PlainParameters } from './plain-request.js';

export interface PlainGrantsServices {
  readonly parties: RelyingParties;
  readonly sessions: SignInSessionStore;
  readonly answers: AnswerStore;
  readonly authorization: Authorization;
}

/** What may be answered without asking anybody anything. */
export interface PlainGrant {
  readonly id: string;
  readonly result: Authenticated;
  readonly scope: string;
  /** By which name the client knows the session. */
  readonly sid: string;
}

/** Grants to a client that already knows the session of this request, from what the session proves. */
export class PlainGrants {
  constructor(private readonly the: PlainGrantsServices) {}

  /** @returns undefined when the person is needed or nothing is granted, and when the session has to be written */
  async atOnce(clientId: string, asked: PlainParameters): Promise<PlainGrant | undefined> {
    const { parties, authorization, answers } = this.the;
    const application = await parties.findByClientId(clientId);
    const known = await this.knownSession(clientId);
    if (application === undefined || known === undefined) return undefined;
    const { session, sid, standing } = known;
    const judgement = await authorization.judgePlain(application, { ...NOTHING_MORE, ...asked }, session);
    if (judgement.kind !== 'granted') return undefined;
    const { result, completion } = judgement;
    const scope = asked.scopes.join(' ');
    const id = await answers.hold({ applicationId: application.id, clientId, scope }, result, {
      ...(completion && { completion }),
      standing,
    });
    return { id, result, scope, sid };
  }

  /** The session that this client knows by a name, with nothing to be written in it. */
  private async knownSession(clientId: string) {
    const cookie = currentRequest().cookies.get(SIGN_IN_COOKIE);
    const { session, standing } = cookie === undefined ? {} : await this.read(cookie, clientId);
    if (session?.fedId === undefined || !wasNoted(session)) return undefined;
    const { sid, grantId } = knownTo(clientId, session);
    if (sid === undefined || grantId !== answerIdOf(session.uid, clientId)) return undefined;
    return { session: { ...session, fedId: session.fedId }, sid, standing };
  }

  /** Both at once; the session is not read again by this request, whichever way it takes. */
  private async read(cookie: string, clientId: string) {
    const { answers, sessions } = this.the;
    const found = await answers.findWithSession(hashToken(cookie), clientId, sessions.idleMinutes);
    sessions.noteReadByCookie(cookie, found?.session ?? null);
    return { session: await sessions.findByCookie(cookie), standing: found?.answer };
  }
}

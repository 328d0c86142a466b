import { interactionPolicy, type KoaContextWithOIDC, type Provider } from 'oidc-provider';
import type { Application } from '#libs/agencies';
import { currentRequest, type RequestContext } from '#libs/http';
import type { LoaPolicy } from '#libs/loa';
import type { Authenticated, RefusalReason } from '../../../journey/authentication-result.js';
import type { Journey } from '../../../journey/journey.js';
import type { JourneyService } from '../../../journey/journey.service.js';
import type { JourneyStore } from '../../../journey/journey.store.js';
import { stillStands } from '../../../journey/standing-proof.js';
import { visitorOf } from '../../../journey/visitor.js';
import type { RelyingParties } from '../../../relying-parties/relying-parties.js';
import type { SignInSessionStore } from '../../../sign-in-session/sign-in-session.store.js';
import type { SignInSession } from '../../../sign-in-session/sign-in-session.js';
import { SIGN_IN_COOKIE } from '../../../sign-in-session/sign-in-cookie.js';
import type { AnswerStore } from '../store/answer.store.js';
import { grantPayload } from '../store/grant.adapter.js';
import type { OidcProtocolState } from '../store/interaction.adapter.js';
import { hintedSubjectOf, parametersOf } from './parameters.js';
import type { Granted, Judgement, PersonNeeded } from './judgement.js';
import { readAuthenticationRequest, type OidcParameters } from './read-request.js';
import { RefusalError } from './refusal.js';
import type { SubjectRule } from './subject.js';

export interface AuthorizationServices {
  readonly journeys: JourneyService;
  readonly journeyStore: JourneyStore;
  readonly parties: RelyingParties;
  readonly sessions: SignInSessionStore;
  readonly answers: AnswerStore;
  readonly policy: LoaPolicy;
  readonly subjectOf: SubjectRule;
}

/**
 * Where the OpenID provider and the journey meet. The provider checks the protocol; whether the person may go
 * on is judged here, once per request.
 */
export class Authorization {
  private readonly judgements = new WeakMap<RequestContext, Promise<Judgement>>();

  constructor(private readonly the: AuthorizationServices) {}

  /** `loadExistingGrant`: a grant when everything that was asked is there. */
  readonly loadGrant = async (ctx: KoaContextWithOIDC) => {
    const judgement = await this.judge(ctx);
    return judgement.kind === 'granted' ? this.grant(ctx, judgement) : undefined;
  };

  /** The only question of the interaction policy: is the person needed? */
  interactionPolicy(): interactionPolicy.Prompt[] {
    const { Check, Prompt } = interactionPolicy;
    const personNeeded = new Check('person_needed', 'the person is needed', 'login_required', async (ctx) => {
      const judgement = await this.judge(ctx);
      if (judgement.kind === 'refused') throw new RefusalError(judgement.reason, judgement.recorded);
      return judgement.kind === 'person-needed';
    });
    return [
      new Prompt({ name: 'login', requestable: true }, personNeeded),
      new Prompt({ name: 'consent', requestable: true }),
      new Prompt({ name: 'select_account', requestable: true }),
    ];
  }

  /** Opens the journey of the request that is being worked on; the provider hands over what it wants kept. */
  async openJourney(ctx: KoaContextWithOIDC, id: string, protocolState: OidcProtocolState): Promise<void> {
    const judgement = await this.judge(ctx);
    if (judgement.kind !== 'person-needed') throw new Error('a journey is opened for nothing');
    const hintedSubject = hintedSubjectOf(ctx);
    await this.open(judgement, id, {
      ...protocolState,
      ...(hintedSubject !== undefined && { hintedSubject }),
    });
  }

  /** Opens the journey of a request that was judged to need the person. */
  open({ request, application }: PersonNeeded, id: string, protocolState: OidcProtocolState): Promise<void> {
    const visitor = visitorOf(currentRequest(), request.language);
    return this.the.journeys.open(id, request, application, { protocolState, visitor });
  }

  private judge(ctx: KoaContextWithOIDC): Promise<Judgement> {
    return this.once(() =>
      ctx.oidc.entities.Interaction
        ? this.judgeReturn(ctx, ctx.oidc.entities.Interaction.jti)
        : this.judgeRequest(ctx),
    );
  }

  /** What is judged of a request holds for it, also when the provider takes it over from the short way. */
  judgePlain(...request: Parameters<Authorization['judgeParameters']>): Promise<Judgement> {
    return this.once(() => this.judgeParameters(...request));
  }

  private once(judge: () => Promise<Judgement>): Promise<Judgement> {
    const request = currentRequest();
    const known = this.judgements.get(request);
    if (known !== undefined) return known;
    const judgement = judge();
    this.judgements.set(request, judgement);
    return judgement;
  }

  /** The browser comes back from its journey: what was decided there holds as long as its proof does. */
  private async judgeReturn(ctx: KoaContextWithOIDC, journeyId: string): Promise<Judgement> {
    const [journey, session] = await Promise.all([this.the.journeyStore.read(journeyId), this.session(ctx)]);
    const result = journey?.result;
    if (result?.kind !== 'authenticated') {
      return { kind: 'refused', reason: result?.reason ?? 'sign-in-needed', recorded: result !== undefined };
    }
    const fallen = stillStands(result, session)
      ? this.unexpected(ctx, journey, result)
      : whyFallen(result, session);
    if (fallen === undefined) return { kind: 'granted', result };
    return { kind: 'refused', reason: fallen, recorded: false };
  }

  /** Somebody else signed in than the client expected (OpenID Connect Core 3.1.2.1, id_token_hint). */
  private unexpected(
    { oidc: { client } }: KoaContextWithOIDC,
    journey: Journey | undefined,
    { fedId }: Authenticated,
  ): RefusalReason | undefined {
    const { hintedSubject } = (journey?.protocolState ?? {}) as Partial<OidcProtocolState>;
    if (hintedSubject === undefined || client === undefined) return undefined;
    return hintedSubject === this.the.subjectOf(client, fedId) ? undefined : 'other-person';
  }

  private async judgeRequest(ctx: KoaContextWithOIDC): Promise<Judgement> {
    const { client, params } = ctx.oidc;
    const application = client && (await this.the.parties.findByClientId(client.clientId));
    if (application === undefined || params === undefined) throw new Error('no client on this request');
    const session = await this.session(ctx);
    return this.judgeParameters(application, parametersOf(ctx, session, this.the.subjectOf), session);
  }

  private async judgeParameters(
    application: Application,
    parameters: OidcParameters,
    session: SignInSession | undefined,
  ): Promise<Judgement> {
    const read = readAuthenticationRequest(application, parameters, this.the.policy);
    if (read.kind === 'level-impossible') return { kind: 'refused', reason: read.kind, recorded: false };
    const visitor = visitorOf(currentRequest(), read.request.language);
    const outcome = await this.the.journeys.consider(read.request, application, session, visitor);
    if (outcome.kind === 'person-needed') return { ...outcome, request: read.request, application };
    const { result, completion } = outcome;
    return result.kind === 'authenticated'
      ? { kind: 'granted', result, ...(completion && { completion }) }
      : { kind: 'refused', reason: result.reason, recorded: true };
  }

  private async session(ctx: KoaContextWithOIDC): Promise<SignInSession | undefined> {
    const { accountId } = ctx.oidc.session ?? {};
    const cookie = currentRequest().cookies.get(SIGN_IN_COOKIE);
    if (accountId === undefined || cookie === undefined) return undefined;
    const session = await this.the.sessions.findByCookie(cookie);
    return session?.fedId === undefined ? undefined : { ...session, fedId: session.fedId };
  }

  private async grant(ctx: KoaContextWithOIDC, { result, completion }: Granted) {
    const provider: Provider = ctx.oidc.provider;
    const { client, session } = ctx.oidc;
    if (client === undefined || session === undefined) throw new Error('no client or session to grant to');
    const application = await this.the.parties.findByClientId(client.clientId);
    const scope = [...ctx.oidc.requestParamScopes].join(' ');
    const id = await this.the.answers.hold(
      { applicationId: application?.id ?? '', clientId: client.clientId, scope },
      result,
      completion && { completion },
    );
    // What the code carries is what this request reached, not what the session could.
    Object.assign(session, {
      acr: result.classReference,
      amr: [...result.amr],
      loginTs: Math.floor(Date.parse(result.authenticatedAt) / 1000),
    });
    const now = new Date();
    return new provider.Grant(
      grantPayload({
        id,
        fedId: result.fedId,
        clientId: client.clientId,
        scope,
        createdAt: now,
        expiresAt: new Date(now.getTime() + GRANT_LIFETIME),
      }) as ConstructorParameters<typeof provider.Grant>[0],
    );
  }
}

const whyFallen = ({ fedId }: Authenticated, session: SignInSession | undefined): RefusalReason =>
  session !== undefined && session.fedId !== fedId ? 'other-person' : 'sign-in-needed';

/** Longest life of what hangs on one answer, in milliseconds; the row itself says when it is forgotten. */
const GRANT_LIFETIME = 8 * 60 * 60 * 1000;

import { systemClock, type Clock } from '#libs/kernel';
import type { Level } from '#libs/loa';
import { decodePost, newMessageId, type PostedFields } from '#libs/saml';
import { randomToken } from '#libs/security';
import type { IdentityProvider } from './identity-provider.js';
import type { ServiceProviderKey } from './key/service-provider-key.js';
import type { LevelClasses } from './level-classes.js';
import { serviceProviderMetadata, type ServiceProviderAddresses } from './metadata.js';
import { receiveLogout, type ReceivedLogout } from './logout/receive-logout.js';
import { runStrategy } from './passport/run-strategy.js';
import { strategyConfig } from './passport/strategy-config.js';
import type { SignInState, StoredRequest } from './request/pending-request.js';
import { LONGEST_LIFE } from './response/checks/clock.js';
import { examineResponse } from './response/examine-response.js';
import type { Assertion } from './response/read-assertion.js';
import { refuse, type ResponseRefusal } from './response/response-refusal.js';

export interface ServiceProviderOptions {
  readonly addresses: ServiceProviderAddresses;
  readonly key: ServiceProviderKey;
  readonly identityProvider: IdentityProvider;
  /** By which classes the identity provider states levels. */
  readonly classes: LevelClasses;
  readonly state: SignInState;
  readonly clock?: Clock;
}

/** What is wanted of a sign-in. */
export interface SignInWish {
  /** Secret of this browser, see `PendingRequest`. */
  readonly browser: string;
  /** Path inside the app; whoever calls sees to it that it is one. */
  readonly returnTo: string;
  readonly minimum: Level;
  /** A proof from now on, whatever session there is (ForceAuthn). */
  readonly forced?: boolean;
  /** Token that comes back with the answer, for who wants to know it; at most 80 octets (Bindings 3.4.3). */
  readonly relayState?: string;
}

/** What the identity provider states about the person, every word of it under its signature. */
export interface ProvenIdentity {
  readonly nameId: string;
  readonly sessionIndex: string;
  readonly level: Level;
  readonly classReference: string;
  readonly authenticatedAt: Date;
  readonly sessionEndsAt: Date | undefined;
  readonly attributes: ReadonlyMap<string, readonly string[]>;
}

export type SignInAnswer =
  | { readonly kind: 'accepted'; readonly identity: ProvenIdentity; readonly returnTo: string }
  /** The identity provider says that there will be no sign-in, and why (Core 3.2.2.2). */
  | { readonly kind: 'declined'; readonly subStatus: string | undefined; readonly returnTo: string }
  | ResponseRefusal;

type AnsweredRequest = StoredRequest & { readonly relayState: string };

/**
 * A SAML service provider: passport-saml with every check that it leaves out in front of it (ACCEPTANCE 2.7). The
 * identity is read from the octets that our own verifier digested, and passport-saml must come to the same one.
 */
export class ServiceProvider {
  private readonly clock: Clock;

  constructor(private readonly the: ServiceProviderOptions) {
    this.clock = the.clock ?? systemClock;
  }

  get metadata(): string {
    return serviceProviderMetadata({ ...this.the.addresses, key: this.the.key });
  }

  /** Remembers the wish and gives the address to send the browser to: a signed AuthnRequest by Redirect. */
  async begin(wish: SignInWish): Promise<string> {
    const { browser, returnTo, minimum, forced = false, relayState = randomToken() } = wish;
    const requestId = newMessageId();
    const request = { requestId, browser, returnTo, minimum, forced, createdAt: this.clock.now() };
    const ending = await runStrategy(await this.config(request), {
      query: { RelayState: relayState },
      body: {},
    });
    if (ending.kind !== 'redirect') throw new Error('passport-saml made no request', { cause: ending });
    await this.the.state.remember(relayState, request);
    return ending.location;
  }

  /**
   * Takes the answer that a browser brings.
   *
   * @param fields the posted form
   * @param browser secret of the browser that brings it, when it has one
   */
  async accept(fields: PostedFields, browser: string | undefined): Promise<SignInAnswer> {
    const message = decodePost(fields);
    if (message.kind === 'refused') return message;
    const { relayState, xml, parameter } = message;
    if (parameter !== 'SAMLResponse') return refuse('not-a-response');
    if (!relayState) return refuse('no-state');
    // Before anything costly: without a waiting request no answer is looked at.
    const request = await this.the.state.find(relayState);
    if (request === undefined) return refuse('unknown-request');
    if (!request.isBegunBy(browser)) return refuse('other-browser');
    return this.examine(xml, { ...request, relayState });
  }

  /** Takes what FAS sends when a session ended. */
  receiveLogout(body: string): Promise<ReceivedLogout> {
    const { addresses, key, identityProvider } = this.the;
    return receiveLogout(body, { addresses, key, identityProvider, now: this.clock.now() });
  }

  private async examine(xml: string, request: AnsweredRequest): Promise<SignInAnswer> {
    const certificates = await this.the.identityProvider.certificates();
    const examined = examineResponse(xml, certificates, this.expected(request));
    if (examined.kind === 'refused') return examined;
    if (examined.kind === 'declined') {
      await this.the.state.consume(request.relayState);
      return { kind: 'declined', returnTo: request.returnTo, subStatus: examined.subStatus };
    }
    const { assertion } = examined;
    return (await this.secondOpinion(xml, request, assertion)) ?? this.use(request, assertion);
  }

  private expected(request: StoredRequest) {
    const { addresses, identityProvider, classes } = this.the;
    return {
      issuer: identityProvider.entityId,
      audience: addresses.entityId,
      recipient: addresses.assertionConsumer,
      requestId: request.requestId,
      minimum: request.minimum,
      classes,
      ...(request.forced && { provenSince: request.createdAt }),
      now: this.clock.now(),
    };
  }

  /** passport-saml verifies both signatures with another library, and must find the same person in the same session. */
  private async secondOpinion(
    xml: string,
    request: StoredRequest,
    { nameId, issuer, authentication }: Assertion,
  ): Promise<ResponseRefusal | undefined> {
    const ending = await runStrategy(await this.config(request), {
      query: {},
      body: { SAMLResponse: Buffer.from(xml, 'utf8').toString('base64') },
    });
    if (ending.kind !== 'identified') {
      return refuse('second-opinion', ending.kind === 'failed' ? ending.error.message : ending.kind);
    }
    const { profile } = ending;
    const agrees =
      profile.nameID === nameId &&
      profile.issuer === issuer &&
      profile.sessionIndex === authentication.sessionIndex;
    return agrees ? undefined : refuse('second-opinion', 'another identity');
  }

  private async use(request: AnsweredRequest, assertion: Assertion): Promise<SignInAnswer> {
    const { nameId, attributes, authentication } = assertion;
    const { at, sessionIndex, sessionEndsAt, classReference } = authentication;
    const level = this.the.classes.levelOf(classReference);
    if (level === undefined) return refuse('authn-context');
    const used = {
      id: assertion.id,
      expiresAt: new Date(this.clock.now().getTime() + 2 * LONGEST_LIFE),
    };
    if (!(await this.the.state.consume(request.relayState, used))) return refuse('replay');
    const identity = { nameId, sessionIndex, level, classReference, attributes, sessionEndsAt };
    return { kind: 'accepted', returnTo: request.returnTo, identity: { ...identity, authenticatedAt: at } };
  }

  private async config(request: Pick<StoredRequest, 'requestId' | 'minimum' | 'forced'>) {
    const { addresses, key, identityProvider, classes } = this.the;
    const certificates = await identityProvider.certificates();
    return strategyConfig({ addresses, key, identityProvider, classes, certificates, request });
  }
}

import type { ServiceBegun, ServiceOutcome, ServiceReturn, ServiceVisit } from '#libs/digital-keys';
import type { Clock } from '#libs/kernel';
import type { OutwardFetch } from '#libs/http';
import { readResponse } from './answer/authorization-response.js';
import { readIdToken } from './answer/id-token.js';
import { identityIn } from './answer/identity-in.js';
import {
  challengeOf,
  newMemory,
  readMemory,
  type LoginMemory,
  type LoginStates,
} from './answer/login-memory.js';
import { Discovery, type MetadataOutcome, type PartnerMetadata } from './discovery.js';
import { callbackPath } from './partner-addresses.js';
import { PartnerChannel } from './partner-channel.js';
import { KeysUnavailable, PartnerKeySet } from './partner-key-set.js';
import type { PartnerKeys } from './partner-keys.js';
import { Recognition, type HubPartner, type Partner } from './partner.js';
import { pushRequest, requestUrl, signedRequest } from './question/authorization-request.js';
import { redeem } from './question/token-request.js';

export interface OidcPartnerParts {
  readonly keys: PartnerKeys;
  readonly states: LoginStates;
  readonly clock: Clock;
  /** Address of FAS, under which the service knows our callback. */
  readonly fasAddress: string;
  readonly fetch?: OutwardFetch;
}

/** A recognised service that speaks OpenID Connect; all that sets it apart is its row of configuration. */
export class OidcPartner implements HubPartner {
  readonly origin: string;
  private readonly channel: PartnerChannel;
  private readonly discovery: Discovery;
  private readonly signatureKeys: PartnerKeySet;
  private readonly recognition: Recognition;

  constructor(
    readonly row: Partner,
    private readonly the: OidcPartnerParts,
  ) {
    const { clock, fetch } = the;
    this.origin = new URL(row.issuer).origin;
    this.channel = new PartnerChannel({
      origin: this.origin,
      timeout: row.timeoutMilliseconds,
      clock,
      ...(fetch && { fetch }),
    });
    this.recognition = new Recognition(row);
    this.discovery = new Discovery(row.issuer, this.channel, clock);
    this.signatureKeys = new PartnerKeySet(() => this.askKeys(), clock);
  }

  get key(): Partner['key'] {
    return this.row.key;
  }

  get authority(): string {
    return this.row.issuer;
  }

  get strength(): Partner {
    return this.row;
  }

  get redirectUri(): string {
    return `${this.the.fasAddress}${callbackPath(this.row.key)}`;
  }

  /** Suspended by an operator: takes nothing any more, from this moment on. */
  suspend(suspended: boolean): void {
    this.recognition.suspend(suspended);
  }

  /** Recognised today, and not suspended. */
  mayProve(now: Date): boolean {
    return this.recognition.covers(now);
  }

  /** Whether the service answers now; asks it. */
  async works(timeout: number): Promise<boolean> {
    const { kind } = await this.discovery.probe(timeout);
    return kind === 'found' && !this.channel.isClosed;
  }

  async begin(visit: ServiceVisit): Promise<ServiceBegun> {
    if (!this.mayProve(visit.now)) return { kind: 'unavailable', reason: 'not-recognised' };
    const found = await this.discovery.metadata();
    if (found.kind === 'unavailable') return found;
    const memory = newMemory(this.the.states.seal(this.row.key, visit.journeyId));
    const request = await this.request(memory, visit);
    const { metadata } = found;
    if (this.row.request === 'value') {
      const location = requestUrl(metadata.authorizationEndpoint, this.row, { request });
      return { kind: 'begun', location, memory };
    }
    const pushed = await pushRequest({ ...this.exchange(metadata), now: visit.now, request });
    return pushed.kind === 'unavailable' ? pushed : { kind: 'begun', location: pushed.location, memory };
  }

  async complete({ query, memory, now }: ServiceReturn): Promise<ServiceOutcome> {
    if (!this.mayProve(now)) return { kind: 'unavailable', reason: 'not-recognised' };
    const found = await this.discovery.metadata();
    if (found.kind === 'unavailable') return found;
    const { metadata } = found;
    const { namesItself } = metadata;
    const response = readResponse(query, {
      issuer: this.row.issuer,
      namesItself,
      memory: readMemory(memory),
    });
    if (response.kind !== 'code') return response;
    const redeemed = await redeem({ ...this.exchange(metadata), now, ...response });
    return redeemed.kind === 'redeemed' ? this.judge(redeemed.idToken, response.memory, now) : redeemed;
  }

  private async judge(idToken: string, memory: LoginMemory, now: Date): Promise<ServiceOutcome> {
    try {
      const outcome = await readIdToken(idToken, {
        ...this.row,
        nonce: memory.nonce,
        now,
        decryptionKey: (kid) => this.the.keys.decryptionKey(kid),
        signatureKey: this.signatureKeys.find,
      });
      return outcome.kind === 'valid'
        ? identityIn(outcome.claims, this.row, now)
        : { kind: 'refused', problem: 'not-verified', reason: outcome.reason };
    } catch (error) {
      if (error instanceof KeysUnavailable) return { kind: 'unavailable', reason: error.message };
      throw error;
    }
  }

  private async request(memory: LoginMemory, { language, now }: ServiceVisit): Promise<string> {
    const { row, redirectUri, the } = this;
    const challenge = await challengeOf(memory);
    return signedRequest({ row, redirectUri, memory, challenge, language, now, keys: the.keys });
  }

  private exchange(metadata: PartnerMetadata) {
    const { row, redirectUri, channel, the } = this;
    return { row, redirectUri, channel, keys: the.keys, metadata };
  }

  private async askKeys() {
    const found: MetadataOutcome = await this.discovery.metadata();
    return found.kind === 'found'
      ? this.channel.ask({ address: found.metadata.keysAddress })
      : ({ kind: 'unreachable', reason: found.reason } as const);
  }
}

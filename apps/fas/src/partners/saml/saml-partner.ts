import { X509Certificate } from 'node:crypto';
import type { ServiceBegun, ServiceOutcome, ServiceReturn, ServiceVisit } from '#libs/digital-keys';
import { outwardFetch, type OutwardFetch } from '#libs/http';
import type { Clock } from '#libs/kernel';
import { weaker, type Level, type ServiceStrength } from '#libs/loa';
import { randomToken } from '#libs/security';
import {
  mappedClasses,
  ServiceProvider,
  type PostedAnswers,
  type ServiceProviderKey,
  type SignInState,
} from '#libs/service-provider';
import { consumerPath, partnerMetadataPath, returnPath } from '../partner-addresses.js';
import { Recognition, type HubPartner, type SamlRow } from '../partner.js';
import { judgeAnswer } from './judge-answer.js';
import type { DescribedService } from './service-description.js';

export interface SamlPartnerParts {
  readonly service: DescribedService;
  /** With which we sign our requests. */
  readonly key: ServiceProviderKey;
  readonly state: SignInState;
  readonly answers: Pick<PostedAnswers, 'keep' | 'take'>;
  readonly clock: Clock;
  /** Address of FAS, under which the service knows us. */
  readonly fasAddress: string;
  readonly fetch?: OutwardFetch;
}

const LARGEST_STATUS = 256 * 1024;

/** A recognised service that speaks SAML 2.0, such as the European node; all that sets it apart is its row. */
export class SamlPartner implements HubPartner {
  private readonly levels: ReadonlyMap<string, Level>;
  private readonly recognition: Recognition;
  private readonly provider: ServiceProvider;

  constructor(
    readonly row: SamlRow,
    private readonly the: SamlPartnerParts,
  ) {
    const { service, key, state, clock, fasAddress } = the;
    this.recognition = new Recognition(row);
    // Whatever a class claims, it counts for no more than the service is recognised for.
    this.levels = new Map(row.classes.map((one) => [one.class, weaker(one.level, row.level)]));
    this.provider = new ServiceProvider({
      addresses: {
        entityId: `${fasAddress}${partnerMetadataPath(row.key)}`,
        assertionConsumer: `${fasAddress}${consumerPath(row.key)}`,
      },
      key,
      identityProvider: service,
      classes: mappedClasses(this.levels),
      state,
      clock,
    });
  }

  get origin(): string {
    return new URL(this.the.service.singleSignOn).origin;
  }

  get authority(): string {
    return this.the.service.entityId;
  }

  get key(): SamlRow['key'] {
    return this.row.key;
  }

  get strength(): ServiceStrength {
    return { ...this.row, levels: [...this.levels.values()] };
  }

  /** Those whose signatures are the service's, now. */
  async certificates(): Promise<X509Certificate[]> {
    return (await this.the.service.certificates()).map((pem) => new X509Certificate(pem));
  }

  /** What the service has to know of us. */
  get metadata(): string {
    return this.provider.metadata;
  }

  suspend(suspended: boolean): void {
    this.recognition.suspend(suspended);
  }

  mayProve(now: Date): boolean {
    return this.recognition.covers(now);
  }

  async works(timeout: number): Promise<boolean> {
    if (!this.the.service.isKnown(this.the.clock.now())) return false;
    const address = this.row.statusAddress;
    if (address === undefined) return true;
    try {
      const fetch = this.the.fetch ?? outwardFetch;
      return (await fetch({ address, timeout, largest: LARGEST_STATUS, headers: {} })).status < 400;
    } catch {
      return false;
    }
  }

  /** Every proof is asked anew (ForceAuthn), at the level that this login needs. */
  async begin({ journeyId, minimum, now }: ServiceVisit): Promise<ServiceBegun> {
    if (!this.mayProve(now)) return { kind: 'unavailable', reason: 'not-recognised' };
    if (!this.the.service.isKnown(now)) return { kind: 'unavailable', reason: 'no-metadata' };
    const memory = { relayState: randomToken(), browser: randomToken() };
    const location = await this.provider.begin({
      ...memory,
      returnTo: returnPath(journeyId, this.row.key),
      minimum: minimum ?? (Math.min(...this.levels.values()) as Level),
      forced: true,
    });
    return { kind: 'begun', location, memory };
  }

  /**
   * Keeps an answer that the service had posted until its browser is back, which alone shows whose login it is.
   *
   * @returns the path to go on to; undefined when no login waits for it
   */
  keep(relayState: string, message: string): Promise<string | undefined> {
    return this.the.answers.keep(relayState, message);
  }

  async complete({ memory, now }: ServiceReturn): Promise<ServiceOutcome> {
    if (!this.mayProve(now)) return { kind: 'unavailable', reason: 'not-recognised' };
    const { relayState, browser } = memory ?? {};
    if (relayState === undefined || browser === undefined) return notBegun('no-question');
    const message = await this.the.answers.take(relayState);
    if (message === undefined) return notBegun('no-answer');
    const answer = await this.provider.accept({ SAMLResponse: message, RelayState: relayState }, browser);
    return judgeAnswer(answer, this.row, now);
  }
}

const notBegun = (reason: string): ServiceOutcome => ({ kind: 'refused', problem: 'not-begun', reason });

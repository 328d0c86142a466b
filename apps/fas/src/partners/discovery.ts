import { hours, type Clock } from '#libs/kernel';
import { isOfOrigin, jsonOf, type PartnerAnswer, type PartnerChannel } from './partner-channel.js';

/** What a service says of itself (OpenID Connect Discovery 1.0 section 3), as far as we need it. */
export interface PartnerMetadata {
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly keysAddress: string;
  /** RFC 9126. */
  readonly pushEndpoint?: string;
  /** Its answers name it (RFC 9207). */
  readonly namesItself: boolean;
}

export type MetadataOutcome =
  | { readonly kind: 'found'; readonly metadata: PartnerMetadata }
  | { readonly kind: 'unavailable'; readonly reason: string };

const LONGEST_USE = hours(1);

/**
 * Reads the metadata of the service with this issuer. It must name that very issuer (section 4.3), and all addresses
 * lie where the issuer lies: a document that was tampered with leads us nowhere else.
 */
export function readMetadata(document: Readonly<Record<string, unknown>>, issuer: string): MetadataOutcome {
  if (document['issuer'] !== issuer) return unavailable('metadata-of-another-issuer');
  const { origin } = new URL(issuer);
  const address = (name: string): string | undefined => {
    const value = document[name];
    return typeof value === 'string' && isOfOrigin(value, origin) ? value : undefined;
  };
  const authorizationEndpoint = address('authorization_endpoint');
  const tokenEndpoint = address('token_endpoint');
  const keysAddress = address('jwks_uri');
  const pushEndpoint = address('pushed_authorization_request_endpoint');
  if (!authorizationEndpoint || !tokenEndpoint || !keysAddress) return unavailable('metadata-incomplete');
  return {
    kind: 'found',
    metadata: {
      authorizationEndpoint,
      tokenEndpoint,
      keysAddress,
      ...(pushEndpoint && { pushEndpoint }),
      namesItself: document['authorization_response_iss_parameter_supported'] === true,
    },
  };
}

/** Keeps what the service said last. */
export class Discovery {
  private known: { readonly metadata: PartnerMetadata; readonly at: number } | undefined;

  constructor(
    private readonly issuer: string,
    private readonly channel: PartnerChannel,
    private readonly clock: Clock,
  ) {}

  async metadata(): Promise<MetadataOutcome> {
    if (this.known !== undefined && this.clock.now().getTime() - this.known.at < LONGEST_USE) {
      return { kind: 'found', metadata: this.known.metadata };
    }
    return this.keep(await this.channel.ask({ address: this.address }));
  }

  /** Asks again, whatever is known: tells whether the service works. */
  async probe(timeout: number): Promise<MetadataOutcome> {
    return this.keep(await this.channel.probe({ address: this.address, timeout }));
  }

  private get address(): string {
    return `${this.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  }

  private keep(answer: PartnerAnswer): MetadataOutcome {
    if (answer.kind === 'unreachable') return unavailable(answer.reason);
    const document = answer.status === 200 ? jsonOf(answer) : undefined;
    const outcome = document ? readMetadata(document, this.issuer) : unavailable('metadata-unreadable');
    if (outcome.kind === 'found') this.known = { metadata: outcome.metadata, at: this.clock.now().getTime() };
    return outcome;
  }
}

const unavailable = (reason: string): MetadataOutcome => ({ kind: 'unavailable', reason });

import type { KeyObject } from 'node:crypto';
import {
  decryptNameId,
  readLogoutRequest,
  readLogoutResponse,
  type LogoutRequest,
  type LogoutResponse,
  type LogoutSubject,
  type ParsedXml,
} from '#libs/saml';
import { checkIssuer } from '../authn-request/checks/issuer.js';
import { checkRelayState } from '../authn-request/checks/relay-state.js';
import { passed, toPage, type PageOutcome, type PageRejection } from '../authn-request/rejection.js';
import type { SeenRequestsStore } from '../authn-request/seen-requests.store.js';
import type { ServiceProvider, ServiceProviders } from '../service-providers.js';
import {
  checkLogoutDestination,
  checkLogoutReplay,
  checkLogoutSignature,
  checkLogoutTimes,
  type ArrivedMessage,
} from './logout-checks.js';
import { UnusableLogoutMessage } from './saml-logout.errors.js';

export interface LogoutArrival {
  readonly message: ArrivedMessage;
  readonly root: ParsedXml['root'];
  readonly relayState?: string | undefined;
  /** Our address on which it came. */
  readonly endpoint: string;
  readonly now: Date;
}

export interface NamedSubject {
  readonly value: string;
  readonly nameQualifier?: string | undefined;
  readonly spNameQualifier?: string | undefined;
}

export interface AcceptedLogout {
  readonly party: ServiceProvider;
  readonly request: LogoutRequest;
  readonly subject: NamedSubject;
}

export interface AcceptedAnswer {
  readonly party: ServiceProvider;
  readonly response: LogoutResponse;
}

export type RuleOutcome<Value> =
  | { readonly kind: 'accepted'; readonly accepted: Value }
  | { readonly kind: 'rejected'; readonly rejection: PageRejection; readonly party?: ServiceProvider };

export interface LogoutRulesServices {
  readonly providers: ServiceProviders;
  readonly seen: SeenRequestsStore;
  /** Our keys for names that come encrypted: the active one, the next and those that just retired. */
  readonly decryptionKeys: () => Promise<readonly KeyObject[]>;
}

/** The rules for logout messages, in order; nothing is believed before the signature is right. */
export class LogoutRules {
  constructor(private readonly the: LogoutRulesServices) {}

  request(arrival: LogoutArrival): Promise<RuleOutcome<AcceptedLogout>> {
    return this.apply(arrival, async (party, root) => {
      const read = readLogoutRequest(root);
      if (read.kind === 'refused') return toPage('form', UnusableLogoutMessage, read.reason);
      const { request } = read;
      const fresh = this.checkEnvelope(request, arrival);
      if (fresh.kind === 'rejected') return fresh;
      const subject = await this.subject(request.subject);
      if (subject === undefined) return toPage('subject', UnusableLogoutMessage, 'not-decrypted');
      const replay = await checkLogoutReplay(request, this.the.seen);
      return replay.kind === 'rejected' ? replay : passed({ party, request, subject });
    });
  }

  response(arrival: LogoutArrival): Promise<RuleOutcome<AcceptedAnswer>> {
    return this.apply(arrival, async (party, root) => {
      const read = readLogoutResponse(root);
      if (read.kind === 'refused') return toPage('form', UnusableLogoutMessage, read.reason);
      const fresh = this.checkEnvelope(read.response, arrival);
      return fresh.kind === 'rejected' ? fresh : passed({ party, response: read.response });
    });
  }

  private async apply<Value>(
    arrival: LogoutArrival,
    rest: (party: ServiceProvider, root: ParsedXml['root']) => Promise<PageOutcome<Value>>,
  ): Promise<RuleOutcome<Value>> {
    const issuer = await checkIssuer(arrival.root, this.the.providers);
    if (issuer.kind === 'rejected') return { kind: 'rejected', rejection: issuer };
    const party = issuer.value;
    const signed = checkLogoutSignature(arrival.message, arrival.root, party);
    const outcome = signed.kind === 'rejected' ? signed : await rest(party, signed.value);
    return outcome.kind === 'rejected'
      ? { kind: 'rejected', rejection: outcome, party }
      : { kind: 'accepted', accepted: outcome.value };
  }

  private checkEnvelope(
    message: LogoutRequest | LogoutResponse,
    { endpoint, message: { binding }, now, relayState }: LogoutArrival,
  ): PageOutcome<void> {
    const destination = checkLogoutDestination(message.destination, { endpoint, binding });
    if (destination.kind === 'rejected') return destination;
    const times = checkLogoutTimes(message, now);
    return times.kind === 'rejected' ? times : checkRelayState(relayState);
  }

  private async subject(subject: LogoutSubject): Promise<NamedSubject | undefined> {
    if (subject.kind === 'name-id') return subject;
    const opened = decryptNameId(subject.element, await this.the.decryptionKeys());
    return opened?.kind === 'name-id' ? opened : undefined;
  }
}

import type { LoaPolicy } from '#libs/loa';
import { parseXml, type DecodeOutcome, type ParsedXml, type SamlMessage } from '#libs/saml';
import { UnusableSamlRequest } from '../saml.errors.js';
import type { ServiceProvider, ServiceProviders } from '../service-providers.js';
import { checkAssertionConsumer } from './checks/assertion-consumer.js';
import { checkAttributeService } from './checks/attribute-service.js';
import { checkAuthnContext } from './checks/authn-context.js';
import { checkDestination } from './checks/destination.js';
import { checkIssueInstant } from './checks/issue-instant.js';
import { checkIssuer } from './checks/issuer.js';
import { checkNameIdPolicy } from './checks/name-id-policy.js';
import { checkProtocolBinding } from './checks/protocol-binding.js';
import { checkRelayState } from './checks/relay-state.js';
import { checkReplay } from './checks/replay.js';
import { checkRequestForm } from './checks/request-form.js';
import { checkScoping, type KnownProviders } from './checks/scoping.js';
import { checkSignature } from './checks/signature.js';
import { checkSubject } from './checks/subject.js';
import { checkVersion } from './checks/version.js';
import type { AcceptedRequest, Arrival, ReceivedRequest, TrustedRequest } from './received-request.js';
import { allPassed, passed, toPage, type PageOutcome, type StatusOutcome } from './rejection.js';
import type { SeenRequestsStore } from './seen-requests.store.js';

export interface RulesServices {
  readonly known: KnownProviders;
  readonly providers: ServiceProviders;
  readonly seen: SeenRequestsStore;
  readonly policy: LoaPolicy;
}

/**
 * The rules for an AuthnRequest, in order. Until the relying party, its signature and its return address are beyond doubt,
 * whatever is wrong is told to the person only; from then on it is told to the relying party.
 */
export class AuthnRequestRules {
  constructor(private readonly the: RulesServices) {}

  async apply(decoded: DecodeOutcome, arrival: Arrival): Promise<ReceivedRequest> {
    const opened = openMessage(decoded);
    if (opened.kind === 'rejected') return { kind: 'to-page', rejection: opened };
    const issuer = await checkIssuer(opened.value.root, this.the.providers);
    if (issuer.kind === 'rejected') return { kind: 'to-page', rejection: issuer };
    const party = issuer.value;
    const established = await this.establish(opened.value, party, arrival);
    if (established.kind === 'rejected') return { kind: 'to-page', rejection: established, party };
    const trusted = established.value;
    const granted = this.grant(trusted);
    return granted.kind === 'passed'
      ? { kind: 'accepted', party, accepted: granted.value }
      : { kind: 'to-party', rejection: granted, trusted };
  }

  /** The rules that must hold before the relying party may be answered at all. */
  private async establish(
    { message, root }: OpenedMessage,
    party: ServiceProvider,
    { endpoint, now, cookie }: Arrival,
  ): Promise<PageOutcome<TrustedRequest>> {
    const sender = checkSignature(message, root, party);
    if (sender.kind === 'rejected') return sender;
    const form = checkRequestForm(sender.value.root, party);
    if (form.kind === 'rejected') return form;
    const request = form.value;
    const { signed } = sender.value;
    const { relayState } = message;
    const checked = allPassed({
      destination: checkDestination(request, { endpoint, signed }),
      issueInstant: checkIssueInstant(request, now),
      relayState: checkRelayState(relayState),
      returnTo: checkAssertionConsumer(request, party),
    });
    if (checked.kind === 'rejected') return checked;
    const replay = await checkReplay(request, this.the.seen, cookie);
    if (replay.kind === 'rejected') return replay;
    return passed({
      party,
      request,
      returnTo: checked.value.returnTo,
      ...(relayState !== undefined && { relayState }),
    });
  }

  /** The rules about what is asked. */
  private grant({ party, request, returnTo, relayState }: TrustedRequest): StatusOutcome<AcceptedRequest> {
    const checked = allPassed({
      version: checkVersion(request),
      protocolBinding: checkProtocolBinding(request, returnTo),
      nameId: checkNameIdPolicy(request, party),
      subject: checkSubject(request, party),
      attributes: checkAttributeService(request, party),
      requirement: checkAuthnContext(request, party, this.the.policy),
    });
    if (checked.kind === 'rejected') return checked;
    const { nameId, subject, attributes } = checked.value;
    const scoped = checkScoping(request, checked.value.requirement, this.the.known);
    if (scoped.kind === 'rejected') return scoped;
    const { requirement, straightTo } = scoped.value;
    return passed({
      request: {
        protocol: 'saml',
        applicationId: party.application.id,
        requirement,
        force: request.forceAuthn,
        passive: request.isPassive,
        attributes,
      },
      state: {
        requestId: request.id,
        ...returnTo,
        nameId: nameId.kind,
        mayCreate: nameId.mayCreate,
        ...(straightTo !== undefined && { straightTo }),
        ...(relayState !== undefined && { relayState }),
        ...(subject !== undefined && { subject }),
      },
    });
  }
}

/** Nothing in it is believed yet. */
export interface OpenedMessage {
  readonly message: SamlMessage;
  readonly root: ParsedXml['root'];
}

/** Out of its binding and parsed, within bounds (Bindings 3.4, 3.5). */
export function openMessage(decoded: DecodeOutcome): PageOutcome<OpenedMessage> {
  if (decoded.kind === 'refused') return toPage('binding', UnusableSamlRequest, decoded.reason);
  if (decoded.parameter !== 'SAMLRequest') return toPage('binding', UnusableSamlRequest, 'not-a-request');
  const parsed = parseXml(decoded.xml);
  return parsed.kind === 'parsed'
    ? passed({ message: decoded, root: parsed.root })
    : toPage('xml', UnusableSamlRequest, parsed.reason);
}

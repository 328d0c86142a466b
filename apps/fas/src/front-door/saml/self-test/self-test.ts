import type { LocalisedText } from '#libs/kernel';
import type { LoaPolicy } from '#libs/loa';
import { issuerOf, type DecodeOutcome } from '#libs/saml';
import { openMessage, type OpenedMessage } from '../authn-request/authn-request-rules.js';
import { checkAssertionConsumer } from '../authn-request/checks/assertion-consumer.js';
import { checkAttributeService } from '../authn-request/checks/attribute-service.js';
import { checkAuthnContext } from '../authn-request/checks/authn-context.js';
import { checkDestination } from '../authn-request/checks/destination.js';
import { checkIssueInstant } from '../authn-request/checks/issue-instant.js';
import { checkIssuer } from '../authn-request/checks/issuer.js';
import { checkNameIdPolicy } from '../authn-request/checks/name-id-policy.js';
import { checkProtocolBinding } from '../authn-request/checks/protocol-binding.js';
import { checkRelayState } from '../authn-request/checks/relay-state.js';
import { checkRequestForm } from '../authn-request/checks/request-form.js';
import { checkScoping, type KnownProviders } from '../authn-request/checks/scoping.js';
import { checkSignature } from '../authn-request/checks/signature.js';
import { checkSubject } from '../authn-request/checks/subject.js';
import { checkVersion } from '../authn-request/checks/version.js';
import type { CheckOutcome } from '../authn-request/rejection.js';
import type { SamlAddresses } from '../saml-addresses.js';
import type { ServiceProvider, ServiceProviders } from '../service-providers.js';
import { evidenceOf, signatureEvidence, type Examined } from './evidence.js';
import { SAML_SELF_TEST_RECEIVE } from './self-test.page.js';
import { Verdicts, type SelfTestRule, type Verdict } from './verdicts.js';

export interface SelfTestServices {
  readonly addresses: SamlAddresses;
  readonly known: KnownProviders;
  readonly providers: ServiceProviders;
  readonly policy: LoaPolicy;
}

export interface SelfTestReport {
  readonly verdicts: readonly Verdict[];
  /** Name of the application, when the issuer is known. */
  readonly application?: LocalisedText;
}

interface Examining {
  readonly verdicts: Verdicts;
  readonly now: Date;
}

/**
 * Applies the rules for an AuthnRequest one by one and says of each what came of it. Nothing is remembered and nobody is
 * signed in: the same request can be sent for real afterwards.
 */
export class SelfTest {
  constructor(private readonly the: SelfTestServices) {}

  /** Where services may send a request to, to have it looked at. */
  get receivingAddress(): string {
    return this.the.addresses.baseUrl + SAML_SELF_TEST_RECEIVE;
  }

  async examine(decoded: DecodeOutcome, now: Date): Promise<SelfTestReport> {
    const { providers } = this.the;
    const verdicts = new Verdicts();
    const opened = openMessage(decoded);
    if (opened.kind === 'rejected') return { verdicts: verdicts.failedAt(opened) };
    verdicts.opened();
    const { root } = opened.value;
    const named = () => ({ received: [issuerOf(root) ?? ''], expected: [] });
    const issuer = verdicts.note('issuer', await checkIssuer(root, providers), named);
    if (issuer === undefined) return { verdicts: verdicts.all };
    this.examineSender(opened.value, issuer, { verdicts, now });
    return { verdicts: verdicts.all, application: issuer.application.name };
  }

  private examineSender(
    { message, root }: OpenedMessage,
    party: ServiceProvider,
    { verdicts, now }: Examining,
  ): void {
    const signature = checkSignature(message, root, party);
    const sender = verdicts.note('signature', signature, () => signatureEvidence(party));
    const request = sender && verdicts.note('request-form', checkRequestForm(sender.root, party));
    if (request === undefined) return;
    const { singleSignOnPost, singleSignOnRedirect } = this.the.addresses;
    const usual = message.binding === 'post' ? singleSignOnPost : singleSignOnRedirect;
    // What was sent here names this address, and would name the other one if it were sent there.
    const endpoint = request.destination === this.receivingAddress ? this.receivingAddress : usual;
    const examined = { request, party, endpoint, now };
    const note = noting(examined, verdicts);
    note('destination', checkDestination(request, { endpoint, signed: sender?.signed ?? false }));
    note('issue-instant', checkIssueInstant(request, now));
    note('relay-state', checkRelayState(message.relayState));
    this.examineWishes(examined, verdicts);
  }

  private examineWishes(examined: Examined, verdicts: Verdicts): void {
    const { known, policy } = this.the;
    const { request, party } = examined;
    const note = noting(examined, verdicts);
    const returnTo = note('assertion-consumer', checkAssertionConsumer(request, party));
    note('version', checkVersion(request));
    if (returnTo) note('protocol-binding', checkProtocolBinding(request, returnTo));
    note('name-id-policy', checkNameIdPolicy(request, party));
    note('subject', checkSubject(request, party));
    note('attribute-service', checkAttributeService(request, party));
    const requirement = note('authn-context', checkAuthnContext(request, party, policy));
    if (requirement) verdicts.note('scoping', checkScoping(request, requirement, known));
  }
}

/** Notes the outcome of a rule with what there is to compare. */
const noting =
  (examined: Examined, verdicts: Verdicts) =>
  <Value>(rule: SelfTestRule, outcome: CheckOutcome<Value>): Value | undefined =>
    verdicts.note(rule, outcome, () => evidenceOf(rule, examined));

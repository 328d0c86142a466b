import { STATUS, buildErrorResponse, buildResponse, type ResponseStatus } from '#libs/saml';
import type { Clock } from '#libs/kernel';
import type { Authenticated, AuthenticationResult } from '../../../journey/authentication-result.js';
import type { PartnerNames } from '../authn-request/partner-names.js';
import type { ServiceProvider } from '../service-providers.js';
import type { NameIds, Told } from './name-ids.js';
import type { PersistentNamesStore } from './persistent-names.store.js';
import type { SamlProtocolState } from './protocol-state.js';
import { refusalStatus } from './refusal-status.js';
import { responseAttributes } from './response-attributes.js';
import type { SamlSigner } from './saml-signer.js';

/** What the relying party was told about a session, for its logout. */
export interface ToldSession {
  readonly index: string;
  readonly nameId: string;
}

export interface Answer {
  readonly xml: string;
  /** Absent in an error. */
  readonly told?: ToldSession;
}

export type ReturnTo = Pick<SamlProtocolState, 'acs' | 'requestId'>;

export interface ResponseServices {
  readonly issuer: string;
  readonly signer: SamlSigner;
  readonly nameIds: NameIds;
  readonly names: PersistentNamesStore;
  readonly partners: PartnerNames;
  readonly clock: Clock;
}

/** Turns the result of a journey into a signed response (Profiles 4.1.4.2). */
export class ResponseBuilder {
  constructor(private readonly the: ResponseServices) {}

  async answer(
    party: ServiceProvider,
    state: SamlProtocolState,
    result: AuthenticationResult,
  ): Promise<Answer> {
    if (result.kind === 'refused') return this.error(state, refusalStatus(result.reason));
    const told = { fedId: result.fedId, sessionUid: result.sessionUid, entityId: party.entityId };
    const other = state.subject !== undefined && !this.the.nameIds.isNamed(state.subject, told);
    if (other) return this.error(state, { code: STATUS.responder, subCode: STATUS.unknownPrincipal });
    if (!(await this.mayBeNamed(state, told))) {
      return this.error(state, { code: STATUS.requester, subCode: STATUS.invalidNameIdPolicy });
    }
    return this.success(party, state, { result, told });
  }

  async error(to: ReturnTo, status: ResponseStatus): Promise<Answer> {
    const { xml } = await buildErrorResponse({ ...this.envelope(to), status }, await this.the.signer.key());
    return { xml };
  }

  /** AllowCreate (Core 3.4.1.1): without leave no persistent name is given to somebody who has none there. */
  private async mayBeNamed({ nameId, mayCreate }: SamlProtocolState, told: Told): Promise<boolean> {
    if (nameId !== 'persistent') return true;
    const { value } = this.the.nameIds.of(nameId, told);
    if (!mayCreate) return this.the.names.isKnown(value, told.entityId);
    await this.the.names.note(value, told.entityId);
    return true;
  }

  private async success(
    party: ServiceProvider,
    state: SamlProtocolState,
    { result, told }: { readonly result: Authenticated; readonly told: Told },
  ): Promise<Answer> {
    const subject = this.the.nameIds.of(state.nameId, told);
    const sessionIndex = this.the.nameIds.sessionIndex(told);
    const response = {
      ...this.envelope(state),
      audience: party.entityId,
      subject,
      authentication: {
        at: new Date(result.authenticatedAt),
        sessionIndex,
        classReference: result.classReference,
        authenticatingAuthorities: this.authorities(party, result),
      },
      attributes: responseAttributes(result),
    };
    const { xml } = await buildResponse(response, await this.the.signer.key(), party.encryption);
    return { xml, told: { index: sessionIndex, nameId: subject.value } };
  }

  /** Who proved the key, for services that want to hear it; the others are not told (eGov-084, eGov-085). */
  private authorities(party: ServiceProvider, { key }: Authenticated): readonly string[] {
    const authority = party.hearsOfPartners ? this.the.partners.authorityOf(key) : undefined;
    return authority === undefined ? [] : [authority];
  }

  private envelope({ acs, requestId }: ReturnTo) {
    return {
      issuer: this.the.issuer,
      destination: acs,
      inResponseTo: requestId,
      issuedAt: this.the.clock.now(),
    };
  }
}

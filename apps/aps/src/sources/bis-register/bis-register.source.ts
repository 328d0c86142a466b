import type { UnavailableReason } from '#libs/attributes';
import type { Clock } from '#libs/kernel';
import { checkGround } from '../ground.js';
import { PERSON_ATTRIBUTES, valuesOf, valuesOfDeceased } from '../person/person-values.js';
import type { RequestSigner } from '../soap/signed-envelope.js';
import type { SoapTransport } from '../soap/soap-transport.js';
import type { TrustedServer } from '../soap/ws-security.js';
import type { AttributeSource, SourceOutcome, SourceRequest } from '../source.js';
import { readSearchPerson, type SearchPersonOutcome } from './search-person-answer.js';
import { signedSearchPerson } from './search-person-request.js';

export interface BisRegisterOptions {
  readonly transport: SoapTransport;
  readonly signer: RequestSigner;
  readonly server: TrustedServer;
  /** Enterprise number under which we ask. */
  readonly customer: string;
  readonly legalContext: string;
  readonly clock: Clock;
}

/** The BIS register through PersonService of the KSZ: people who deal with Belgium and are not in the National Register. */
export class BisRegisterSource implements AttributeSource {
  readonly name = 'bis-register';
  readonly attributes = PERSON_ATTRIBUTES;

  constructor(private readonly options: BisRegisterOptions) {}

  async fetch(request: SourceRequest): Promise<SourceOutcome> {
    const { personNumber, ground } = request;
    if (personNumber === undefined) return { kind: 'unavailable', reason: 'not-found' };
    checkGround(ground);
    const { transport, signer, server, customer, legalContext, clock } = this.options;
    const ticket = ground.consultation;
    const question = { personNumber, ticket, customer, legalContext };
    const envelope = await signedSearchPerson(question, signer, clock.now());
    const exchange = await transport.post(envelope, request.signal);
    if (exchange.kind === 'failed') {
      const reason = exchange.reason === 'timeout' ? 'timeout' : 'source-error';
      return { kind: 'unavailable', reason, detail: exchange.reason };
    }
    if (exchange.status !== 200 && exchange.status !== 500)
      return { kind: 'unavailable', reason: 'source-error', detail: `status ${exchange.status}` };
    const expected = { asked: personNumber, ticket, server, now: clock.now() };
    return outcomeOf(readSearchPerson(exchange.text, expected), request);
  }
}

const REASONS: Readonly<
  Record<Exclude<SearchPersonOutcome['kind'], 'found' | 'deceased'>, UnavailableReason>
> = {
  'not-found': 'not-found',
  replaced: 'number-replaced',
  'functional-error': 'source-refused',
  fault: 'source-error',
  'not-trusted': 'answer-not-trusted',
  malformed: 'source-error',
};

function outcomeOf(outcome: SearchPersonOutcome, request: SourceRequest): SourceOutcome {
  if (outcome.kind === 'found') return valuesOf(outcome.person, 'authentic-source', request);
  if (outcome.kind === 'deceased') return valuesOfDeceased('authentic-source', request);
  const said = 'code' in outcome ? outcome.code : 'reason' in outcome ? outcome.reason : undefined;
  return {
    kind: 'unavailable',
    reason: REASONS[outcome.kind],
    detail: said === undefined ? outcome.kind : `${outcome.kind}: ${said}`,
    ...(outcome.kind === 'replaced' && { replacedBy: outcome.by }),
  };
}

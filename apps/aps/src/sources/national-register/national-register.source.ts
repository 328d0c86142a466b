import type { Trust, UnavailableReason } from '#libs/attributes';
import type { Clock, PersonNumber } from '#libs/kernel';
import { PERSON_ATTRIBUTES, valuesOf, valuesOfDeceased } from '../person/person-values.js';
import { checkGround } from '../ground.js';
import type { AttributeSource, SourceOutcome, SourceRequest } from '../source.js';
import { readGetPerson, type GetPersonOutcome } from './get-person-answer.js';
import type { RequestSigner } from '../soap/signed-envelope.js';
import type { SoapExchange, SoapTransport } from '../soap/soap-transport.js';
import type { TrustedServer } from '../soap/ws-security.js';
import { signedGetPerson } from './get-person-request.js';

export interface NationalRegisterOptions {
  readonly transport: SoapTransport;
  readonly signer: RequestSigner;
  readonly server: TrustedServer;
  readonly clock: Clock;
}

/** The National Register through GetPerson v3 of the Federal Service Bus. */
export class NationalRegisterSource implements AttributeSource {
  readonly name = 'national-register';
  readonly attributes = PERSON_ATTRIBUTES;

  constructor(private readonly options: NationalRegisterOptions) {}

  async fetch(request: SourceRequest): Promise<SourceOutcome> {
    const { personNumber, ground } = request;
    if (personNumber === undefined) return { kind: 'unavailable', reason: 'not-found' };
    checkGround(ground);
    const exchange = await this.ask(personNumber, request);
    if (exchange.kind === 'failed') return failureOf(exchange.reason);
    const { server, clock } = this.options;
    if (exchange.status !== 200 && exchange.status !== 500) {
      return { kind: 'unavailable', reason: 'source-error', detail: `status ${exchange.status}` };
    }
    const outcome = readGetPerson(exchange.text, { asked: personNumber, server, now: clock.now() });
    if (outcome.kind === 'deceased') return valuesOfDeceased('authentic-source', request);
    return outcome.kind === 'found'
      ? valuesOf(outcome.person, trustOf(outcome), request)
      : refusalOf(outcome);
  }

  private async ask(personNumber: PersonNumber, request: SourceRequest): Promise<SoapExchange> {
    const { transport, signer, clock } = this.options;
    const { consultation, agency } = request.ground;
    const envelope = await signedGetPerson(
      {
        personNumber,
        userNumber: personNumber,
        language: request.language,
        messageId: consultation,
        onBehalfOf: agency,
      },
      signer,
      clock.now(),
    );
    return transport.post(envelope, request.signal);
  }
}

function failureOf(reason: 'timeout' | 'network' | 'too-large'): SourceOutcome {
  return { kind: 'unavailable', reason: reason === 'timeout' ? 'timeout' : 'source-error', detail: reason };
}

type Found = Extract<GetPersonOutcome, { kind: 'found' }>;

const REASONS: Readonly<Record<Exclude<GetPersonOutcome['kind'], 'found' | 'deceased'>, UnavailableReason>> =
  {
    'not-found': 'not-found',
    replaced: 'number-replaced',
    'functional-error': 'source-refused',
    fault: 'source-error',
    'not-trusted': 'answer-not-trusted',
    malformed: 'source-error',
  };

function refusalOf(outcome: Exclude<GetPersonOutcome, Found | { kind: 'deceased' }>): SourceOutcome {
  const detail = 'code' in outcome ? outcome.code : 'reason' in outcome ? outcome.reason : undefined;
  return {
    kind: 'unavailable',
    reason: REASONS[outcome.kind],
    detail: detail === undefined ? outcome.kind : `${outcome.kind}: ${detail}`,
  };
}

const trustOf = ({ trust: said }: Found): Trust =>
  said === 'AUTHENTIC_SOURCE' ? 'authentic-source' : 'established';

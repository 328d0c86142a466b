import type { AttributeName, Trust, UnavailableReason } from '#libs/attributes';
import type { Clock, PersonNumber } from '#libs/kernel';
import type { AttributeSource, SourceOutcome, SourceRequest, SourceValue } from '../source.js';
import {
  readGetPerson,
  type GetPersonOutcome,
  type RegisterAddress,
  type RegisterPerson,
} from './get-person-answer.js';
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

/** What can be read of a person, per attribute. Of what is read, only what was granted leaves this file. */
const READERS: Readonly<Partial<Record<AttributeName, (person: RegisterPerson) => string | undefined>>> = {
  givenName: ({ firstNames }) => firstNames.join(' '),
  surname: ({ lastName }) => lastName,
  birthDate: ({ birthDate }) => birthDate,
  gender: ({ gender }) => gender,
  address: ({ address }) => address && postalLine(address),
};

/** The National Register (and behind it the BIS and RAD registers) through GetPerson v3 of the Federal Service Bus. */
export class NationalRegisterSource implements AttributeSource {
  readonly name = 'national-register';
  readonly attributes = ['givenName', 'surname', 'birthDate', 'gender', 'address'] as const;

  constructor(private readonly options: NationalRegisterOptions) {}

  async fetch(request: SourceRequest): Promise<SourceOutcome> {
    const { personNumber, ground } = request;
    if (personNumber === undefined) return { kind: 'unavailable', reason: 'not-found' };
    if (ground.legalBasis.trim() === '' || ground.purpose.trim() === '') {
      throw new Error('The register is not consulted without a legal basis and a purpose.');
    }
    const exchange = await this.ask(personNumber, request);
    if (exchange.kind === 'failed') return failureOf(exchange.reason);
    const { server, clock } = this.options;
    if (exchange.status !== 200 && exchange.status !== 500) {
      return { kind: 'unavailable', reason: 'source-error', detail: `status ${exchange.status}` };
    }
    const outcome = readGetPerson(exchange.text, { asked: personNumber, server, now: clock.now() });
    return outcome.kind === 'found' ? answerOf(outcome, request.attributes) : refusalOf(outcome);
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

const REASONS: Readonly<Record<Exclude<GetPersonOutcome['kind'], 'found'>, UnavailableReason>> = {
  deceased: 'deceased',
  'not-found': 'not-found',
  replaced: 'number-replaced',
  'functional-error': 'source-refused',
  fault: 'source-error',
  'not-trusted': 'answer-not-trusted',
  malformed: 'source-error',
};

function refusalOf(outcome: Exclude<GetPersonOutcome, Found>): SourceOutcome {
  const detail = 'code' in outcome ? outcome.code : 'reason' in outcome ? outcome.reason : undefined;
  return {
    kind: 'unavailable',
    reason: REASONS[outcome.kind],
    detail: detail === undefined ? outcome.kind : `${outcome.kind}: ${detail}`,
  };
}

function answerOf({ person, trust: said }: Found, wanted: readonly AttributeName[]): SourceOutcome {
  const trust: Trust = said === 'AUTHENTIC_SOURCE' ? 'authentic-source' : 'established';
  const values: Partial<Record<AttributeName, SourceValue>> = {};
  for (const name of wanted) {
    const value = READERS[name]?.(person);
    if (value !== undefined && value !== '') values[name] = { value, trust };
  }
  return { kind: 'answered', values };
}

/** `Kerkstraat 12, 9450 Haaltert`: street and number, then postcode and municipality. */
function postalLine({ street, houseNumber, postCode, municipality }: RegisterAddress): string {
  const join = (parts: readonly (string | undefined)[], separator: string) =>
    parts.filter((part) => part !== undefined && part !== '').join(separator);
  return join([join([street, houseNumber], ' '), join([postCode, municipality], ' ')], ', ');
}

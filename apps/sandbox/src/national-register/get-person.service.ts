import { Injectable } from '@nestjs/common';
import type { Persona } from '#libs/testing';
import type { FaultMode } from '../faults/fault.js';
import { Consultations } from './consultations.js';
import { readGetPerson, type GetPersonRequest } from './get-person-request.js';
import { errorResponse, personResponse, wrongSchemaResponse } from './person-xml.js';
import { lookUp, Population } from './population.js';
import { RegisterKeys } from './register-keys.js';
import { faultContent, fsbHeader, signedEnvelope } from './signed-envelope.js';
import type { SoapFault } from './soap-fault.js';
import { verifyRequest } from './verify-request.js';

export interface SoapAnswer {
  readonly status: 200 | 500;
  readonly xml: string;
}

const OUT_OF_ORDER: SoapFault = { faultCode: 'soapenv:Server', reason: 'Fault set in the sandbox' };

/** The Rijksregister as the Federal Service Bus shows it: GetPerson version 3. */
@Injectable()
export class GetPersonService {
  constructor(
    private readonly population: Population,
    private readonly consultations: Consultations,
    private readonly keys: RegisterKeys,
  ) {}

  answer(xml: string, mode: FaultMode, now = new Date()): SoapAnswer {
    const verified = verifyRequest(xml, { consumers: this.keys.consumers(), now });
    if (verified.kind === 'fault') return this.refuse(verified.fault, now);
    const read = readGetPerson(verified.header, verified.body);
    if (read.kind === 'fault') return this.refuse(read.fault, now, { consumer: verified.consumer });
    const { request } = read;
    const asked = { ...request, consumer: verified.consumer };
    if (mode === 'error') return this.refuse(OUT_OF_ORDER, now, asked);
    const { content, outcome } = this.contentFor(request, mode, now);
    this.consultations.record({ ...asked, at: now.toISOString(), outcome });
    return { status: 200, xml: this.sign(content, request.messageId, now) };
  }

  private contentFor({ personNumber }: GetPersonRequest, mode: FaultMode, now: Date) {
    if (mode === 'wrong-schema') return { content: wrongSchemaResponse(), outcome: mode };
    if (mode === 'wrong-person')
      return { content: personResponse(this.someoneElse(personNumber)), outcome: mode };
    const found = lookUp(personNumber, this.population.people, now);
    return found.kind === 'found'
      ? { content: personResponse(found.person), outcome: found.person.state.toUpperCase() }
      : { content: errorResponse(found.error), outcome: found.error.code };
  }

  private someoneElse(number: string): Persona {
    const [first, second] = this.population.people.filter(({ state }) => state === 'alive');
    const other = first?.nationalNumber === number ? second : first;
    if (other === undefined) throw new Error('the demo world has more than one person');
    return other;
  }

  private refuse(
    fault: SoapFault,
    now: Date,
    asked: { consumer?: string; messageId?: string } = {},
  ): SoapAnswer {
    const messageId = asked.messageId ?? 'unknown';
    this.consultations.record({ ...asked, messageId, at: now.toISOString(), outcome: fault.faultCode });
    return { status: 500, xml: this.sign(faultContent(fault, messageId), messageId, now) };
  }

  private sign(content: string, messageId: string, now: Date): string {
    return signedEnvelope({ content, header: fsbHeader(messageId), now }, this.keys.signer());
  }
}

import { Injectable } from '@nestjs/common';
import { parsePersonNumber } from '#libs/kernel';
import type { Persona } from '#libs/testing';
import type { AnswerMode } from '../faults/struck.js';
import { isIn, Population } from '../national-register/population.js';
import { RegisterKeys } from '../national-register/register-keys.js';
import { signedEnvelope } from '../national-register/signed-envelope.js';
import { verifyRequest } from '../national-register/verify-request.js';
import { FOUND, INVALID, kszFault, NOT_FOUND, personResult, reply } from './person-reply.js';
import { readSearchPerson, type SearchPersonRequest } from './search-person-request.js';
import { Questions } from './questions.js';

export interface PersonAnswer {
  readonly status: 200 | 500;
  readonly xml: string;
}

/** PersonService of the KSZ: who is, or was, in the BIS register. */
@Injectable()
export class PersonService {
  constructor(
    private readonly population: Population,
    private readonly questions: Questions,
    private readonly keys: RegisterKeys,
  ) {}

  answer(xml: string, mode: AnswerMode, now = new Date()): PersonAnswer {
    const verified = verifyRequest(xml, { consumers: this.keys.consumers(), now });
    if (verified.kind === 'fault') return this.fail(verified.fault.reason, now);
    const read = readSearchPerson(verified.body);
    if (read.kind === 'fault') return this.fail(read.fault.reason, now);
    if (mode === 'error') return this.fail('Fault set in the sandbox', now);
    const { content, outcome } = this.contentFor(read.request, mode, now);
    this.questions.record({ ...read.request, at: now.toISOString(), outcome });
    return { status: 200, xml: this.sign(content, now) };
  }

  private contentFor(request: SearchPersonRequest, mode: AnswerMode, now: Date) {
    if (mode === 'wrong-schema') return { content: '<weather>sunny</weather>', outcome: mode };
    const { ssin } = request;
    if (parsePersonNumber(ssin, { today: now }).kind === 'invalid')
      return { content: reply(request, INVALID, now), outcome: INVALID.code };
    const found = mode === 'wrong-person' ? this.someoneElse(ssin) : this.find(ssin);
    if (found === undefined) return { content: reply(request, NOT_FOUND, now), outcome: NOT_FOUND.value };
    const asked = mode === 'wrong-person' ? found.nationalNumber : ssin;
    const outcome = found.nationalNumber === ssin ? FOUND.value : `replaced by ${found.nationalNumber}`;
    return { content: reply(request, FOUND, now, personResult(found, asked)), outcome };
  }

  /** By the number that is valid or by one that it replaced; people who were never in the register are not known. */
  private find(ssin: string): Persona | undefined {
    return this.population.people.find(
      (person) =>
        (person.nationalNumber === ssin && isIn('bis', person)) || person.formerNumbers.includes(ssin),
    );
  }

  private someoneElse(ssin: string): Persona | undefined {
    return this.population.people.find((person) => person.nationalNumber !== ssin && isIn('bis', person));
  }

  private fail(reason: string, now: Date): PersonAnswer {
    this.questions.record({ at: now.toISOString(), outcome: reason });
    return { status: 500, xml: this.sign(kszFault(reason), now) };
  }

  private sign(content: string, now: Date): string {
    return signedEnvelope({ content, header: '', now }, this.keys.signer());
  }
}

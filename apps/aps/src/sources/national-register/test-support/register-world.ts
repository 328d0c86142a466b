import type { FedId, PersonNumber } from '#libs/kernel';
import type { SourceOutcome, SourceRequest } from '../../source.js';
import { NationalRegisterSource } from '../national-register.source.js';
import { SoapTransport } from '../../soap/soap-transport.js';
import { INVENTED_NUMBER } from './recorded-answers.js';
import { party, registerStandIn, sealed, type Party, type RegisterStandIn, type Reply } from './register.js';

export const NOW = new Date('2026-06-15T10:00:00Z');

export const QUESTION: Omit<SourceRequest, 'signal'> = {
  subject: 'ab'.repeat(20) as FedId,
  personNumber: INVENTED_NUMBER as PersonNumber,
  attributes: ['givenName', 'surname', 'birthDate', 'gender', 'address'],
  context: 'citizen',
  today: '2026-06-15',
  language: 'fr',
  preferredLanguage: 'fr',
  ground: { consultation: 'c-1', agency: '0671516647', legalBasis: 'RR 21/2015', purpose: 'sign-in' },
};

/** The source on one side and a register that answers as told on the other, on a day that stands still. */
export class RegisterWorld {
  readonly clock = { now: () => NOW };
  private standIn: RegisterStandIn | undefined;

  private constructor(
    readonly aps: Party,
    readonly register: Party,
    readonly stranger: Party,
  ) {}

  static async make(): Promise<RegisterWorld> {
    const [aps, register, stranger] = await Promise.all(
      ['APS', 'Register', 'Stranger'].map((name) => party(name, NOW)),
    );
    if (aps === undefined || register === undefined || stranger === undefined)
      throw new Error('three were made');
    return new RegisterWorld(aps, register, stranger);
  }

  get requests(): readonly string[] {
    return this.standIn?.requests ?? [];
  }

  async source(reply: Reply, trusted: readonly Party[] = [this.register]): Promise<NationalRegisterSource> {
    this.standIn = await registerStandIn(reply);
    return new NationalRegisterSource({
      transport: new SoapTransport({ url: this.standIn.url, maxBytes: 50_000 }),
      signer: this.aps,
      server: { certificates: trusted.map(({ certificate }) => certificate), clockSkew: 60_000 },
      clock: this.clock,
    });
  }

  async ask(
    reply: Reply,
    change: Partial<SourceRequest> = {},
    trusted?: readonly Party[],
  ): Promise<SourceOutcome> {
    const source = await this.source(reply, trusted);
    return source.fetch({ ...QUESTION, signal: AbortSignal.timeout(20_000), ...change });
  }

  /** The register answers with this content, signed by itself and now unless said otherwise. */
  answering(content: string, options: Partial<Parameters<typeof sealed>[1]> = {}): Reply {
    return () => ({ text: sealed(content, { by: this.register, created: NOW, ...options }) });
  }

  close(): void {
    this.standIn?.close();
  }
}

export const given = (value: string) => ({ value, trust: 'authentic-source' });

import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { DemoPerson } from '#libs/testing';
import type { SignInRequest } from './client-messages.js';

export type PhoneAnswer = 'confirm' | 'refuse';

/** A sign-in at a played service. */
export interface SignIn {
  readonly id: string;
  readonly request: SignInRequest;
  readonly begunAt: number;
  /** Shown in the browser and on the phone, so that the person knows that both are the same. */
  readonly number: string;
  person?: DemoPerson;
  answer?: PhoneAnswer;
  code?: string;
}

/** How long a person may take, and a code lives: three minutes, as at itsme. */
const PATIENCE = 180_000;
const MOST = 2_000;

export class SignIns {
  private readonly all = new Map<string, SignIn>();
  private readonly codes = new Map<string, { readonly signIn: SignIn; readonly at: number }>();

  begin(request: SignInRequest): SignIn {
    const signIn = { id: randomUUID(), request, begunAt: Date.now(), number: String(randomInt(10, 100)) };
    this.all.set(signIn.id, signIn);
    const [oldest] = this.all.keys();
    if (this.all.size > MOST && oldest !== undefined) this.all.delete(oldest);
    return signIn;
  }

  find(id: string): SignIn | undefined {
    return this.all.get(id);
  }

  /** Those that wait for an answer on this person's phone. */
  waitingFor(person: DemoPerson): SignIn[] {
    return [...this.all.values()].filter(
      (signIn) => signIn.person?.id === person.id && signIn.answer === undefined && !isOver(signIn),
    );
  }

  /** Opaque, 36 characters, once. */
  codeFor(signIn: SignIn): string {
    signIn.code ??= randomBytes(18).toString('hex');
    if (!this.codes.has(signIn.code)) this.codes.set(signIn.code, { signIn, at: Date.now() });
    return signIn.code;
  }

  redeem(code: string): SignIn | undefined {
    const found = this.codes.get(code);
    if (found !== undefined) this.codes.set(code, { ...found, at: 0 });
    return found !== undefined && Date.now() - found.at < PATIENCE ? found.signIn : undefined;
  }
}

export const isOver = ({ begunAt }: SignIn): boolean => Date.now() - begunAt > PATIENCE;

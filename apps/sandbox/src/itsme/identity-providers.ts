import { Injectable } from '@nestjs/common';
import { DemoWorld, type DemoPerson } from '#libs/testing';
import { SandboxSettings } from '../sandbox-settings.js';
import { telephone } from '../sms-centre/sms-inbox.js';
import { IdentityProvider } from './identity-provider.js';
import { PROFILES, providerAddresses } from './provider-profile.js';
import type { PhoneAnswer, SignIn } from './sign-ins.js';

/** A sign-in on somebody's phone. */
export interface WaitingSignIn {
  readonly provider: IdentityProvider;
  readonly signIn: SignIn;
}

/** The played services, and the phones of the people who use them. */
@Injectable()
export class IdentityProviders {
  private readonly all: readonly IdentityProvider[];
  private readonly automatic = new Map<string, PhoneAnswer>();

  constructor(
    settings: SandboxSettings,
    private readonly world: DemoWorld,
  ) {
    this.all = PROFILES.map((profile) => new IdentityProvider(profile, providerAddresses(profile, settings)));
  }

  /** The service whose address this is: `/itsme/v2/token`. */
  at(path: string): IdentityProvider {
    const found = this.all.find(({ profile }) => path.startsWith(`/${profile.path}/`));
    if (found === undefined) throw new RangeError(`no service is played at ${path}`);
    return found;
  }

  named(name: unknown): IdentityProvider | undefined {
    return this.all.find(({ profile }) => profile.name === (name ?? 'itsme'));
  }

  people(): DemoPerson[] {
    return this.world.people.filter(({ keys, phone }) => keys.includes('itsme') && phone !== undefined);
  }

  owner(phone: string): DemoPerson | undefined {
    return this.people().find((person) => person.phone === telephone(phone));
  }

  /** The person of this phone signs in: the question goes to the phone. */
  ask(signIn: SignIn, person: DemoPerson): void {
    signIn.person = person;
    const answer = this.automatic.get(person.id);
    if (answer !== undefined) signIn.answer = answer;
  }

  waitingFor(person: DemoPerson): WaitingSignIn[] {
    return this.all.flatMap((provider) =>
      provider.signIns.waitingFor(person).map((signIn) => ({ provider, signIn })),
    );
  }

  /** From now on the phone answers by itself, also what waits on it; undefined: the person does again. */
  answerAlways(person: DemoPerson, answer: PhoneAnswer | undefined): void {
    if (answer === undefined) this.automatic.delete(person.id);
    else this.automatic.set(person.id, answer);
    for (const { signIn } of answer === undefined ? [] : this.waitingFor(person)) signIn.answer = answer;
  }
}

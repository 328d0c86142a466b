import { randomInt } from 'node:crypto';
import { hours, seconds, type Language } from '#libs/kernel';
import { registrationMail, type Outbox, type RegistrationMail } from '#libs/messaging';
import {
  callingNetwork,
  checkPasswordRules,
  randomToken,
  type PasswordHasher,
  type PasswordRefusal,
  type Throttle,
} from '#libs/security';
import { forgetGuesses } from '../guess-count.js';
import { newCode, readCode } from '../one-time-code/one-time-code.js';
import type { CappedTarget } from '../one-time-code/send-cap.js';
import { normaliseUsername } from '../password/password.js';
import { ProfileMaker, type MadeProfile, type ProfileMakerParts } from './profile-maker.js';
import { REGISTRATION_LIFE, registrationState, type Registration } from './registration.js';
import type { Counted } from './registration.store.js';
import { SELFREG_LIMITS } from './selfreg.passwords.js';
import type { DeclaredName } from './selfreg.store.js';

/** The database must commit durably. */
export interface RegistrationParts extends ProfileMakerParts {
  readonly outbox: Outbox;
  readonly hasher: Pick<PasswordHasher, 'hash'>;
  readonly throttle: Pick<Throttle, 'succeed'>;
  /** Address of FAS, for the link in the mail. */
  readonly baseUrl: string;
}

/** Where somebody registers. */
export interface RegistrationScene {
  readonly browser: string;
  readonly address: string;
  readonly language: Language;
  readonly now: Date;
  readonly journey?: string;
}

export type StartOutcome =
  { readonly kind: 'sent'; readonly id: string } | { readonly kind: 'capped'; readonly waitMs: number };

export interface NewProfile {
  readonly name: DeclaredName;
  readonly password: string;
  readonly language: Language;
}

export type CompleteOutcome =
  | (MadeProfile & { readonly kind: 'made' })
  | { readonly kind: 'password-refused'; readonly reason: PasswordRefusal; readonly minimum: number }
  /** Finished already, expired, never verified, or the profile was stopped meanwhile. */
  | { readonly kind: 'gone' };

/** Path under which the registration pages stand (the address of the real FAS). */
export const REGISTRATION_PATH = '/fasui/registration/weakprofile';

/**
 * Makes a profile for whoever proves to receive the mail of an address. Nothing that can be seen from outside tells
 * whether an address is known: that stands in the mail, which its owner alone reads.
 */
export class RegistrationService {
  constructor(private readonly the: RegistrationParts) {}

  async start(mail: string, scene: RegistrationScene): Promise<StartOutcome> {
    const id = randomToken(18);
    const proof = { link: randomToken(), code: newCode(randomInt) };
    const expiresAt = new Date(scene.now.getTime() + REGISTRATION_LIFE);
    const { browser, journey, now } = scene;
    const fresh = { id, browser, mail, expiresAt, ...proof, ...(journey !== undefined && { journey }) };
    const message = await this.message(id, mail, proof);
    const counted = await this.the.registrations.begin(fresh, caps(mail, scene), now, async (tx) => {
      await this.the.outbox.add(tx, { ...message, language: scene.language });
    });
    return counted.kind === 'kept' ? { kind: 'sent', id } : { kind: 'capped', waitMs: waitOf(counted, now) };
  }

  /** A further mail; the link and code before it open nothing any more. */
  async sendAgain({ id, mail }: Registration, scene: RegistrationScene): Promise<Counted> {
    const proof = { link: randomToken(), code: newCode(randomInt) };
    const message = await this.message(id, mail, proof);
    return this.the.registrations.sendAgain(id, proof, {
      caps: caps(mail, scene),
      now: scene.now,
      send: async (tx) => {
        await this.the.outbox.add(tx, { ...message, language: scene.language });
      },
    });
  }

  find(id: string, browser: string): Promise<Registration | 'other-browser' | undefined> {
    return this.the.registrations.find(id, browser);
  }

  async verifyCode({ id }: Registration, typed: string, now: Date): Promise<boolean> {
    const code = readCode(typed);
    return code !== undefined && this.the.registrations.verifyCode(id, code, now);
  }

  verifyLink({ id }: Registration, link: string, now: Date): Promise<boolean> {
    return this.the.registrations.verifyLink(id, link, now);
  }

  /** Makes the profile. Where one has this address already, its owner chooses another password for it. */
  async complete(
    registration: Registration,
    { name, password, language }: NewProfile,
    now: Date,
  ): Promise<CompleteOutcome> {
    if (registrationState(registration, now) !== 'verified') return { kind: 'gone' };
    const { id, mail } = registration;
    const contextWords = [name.given, name.family, mail.split('@', 1)[0] ?? ''];
    const judged = checkPasswordRules(password, { secondFactor: false, contextWords });
    if (judged.kind === 'refused') return { ...judged, kind: 'password-refused' };
    const passwordHash = await this.the.hasher.hash(password);
    const wanted = { registrationId: id, mail, name, passwordHash, language, now };
    const made = await new ProfileMaker(this.the).make(wanted);
    if (made === undefined) return { kind: 'gone' };
    // Another password is another authenticator: what was guessed at the old one is forgotten.
    await forgetGuesses(this.the.throttle, SELFREG_LIMITS.username, normaliseUsername(mail));
    return { kind: 'made', ...made };
  }

  /** The same work for every address; only the words of the mail differ. */
  private async message(id: string, mail: string, proof: { readonly link: string; readonly code: string }) {
    const [profile, person] = await Promise.all([
      this.the.profiles.findByUsername(mail),
      this.the.people.findByMail(mail),
    ]);
    const data: RegistrationMail = {
      about: aboutOf(profile, person !== undefined),
      code: proof.code,
      link: `${this.the.baseUrl}${REGISTRATION_PATH}/${id}/mail?proof=${proof.link}`,
      minutes: REGISTRATION_LIFE / 60_000,
      host: new URL(this.the.baseUrl).hostname,
    };
    return {
      kind: 'mail' as const,
      template: registrationMail,
      to: mail,
      data,
      deduplicationKey: `registration:${id}:${randomToken(9)}`,
      expiresAfter: REGISTRATION_LIFE,
    };
  }
}

function aboutOf(
  profile: { readonly usable: boolean } | undefined,
  isContact: boolean,
): RegistrationMail['about'] {
  if (profile !== undefined) return profile.usable ? 'own-profile' : 'known';
  return isContact ? 'known' : 'new';
}

/** Registering sends mail to whoever is named: counted by mailbox, by address and altogether. */
function caps(mail: string, { address }: Pick<RegistrationScene, 'address'>): CappedTarget[] {
  const mailbox = mail.normalize('NFKC').toLowerCase();
  return [
    { purpose: 'registration-address', target: callingNetwork(address), limit: 60, window: hours(1) },
    { purpose: 'registration-mailbox-burst', target: mailbox, limit: 1, window: seconds(20) },
    { purpose: 'registration-mailbox', target: mailbox, limit: 10, window: hours(24) },
    { purpose: 'registration-altogether', target: 'all', limit: 5_000, window: hours(1) },
  ];
}

const waitOf = (counted: Exclude<Counted, { kind: 'kept' }>, now: Date): number =>
  counted.kind === 'capped' ? Math.max(counted.until.getTime() - now.getTime(), seconds(1)) : seconds(30);

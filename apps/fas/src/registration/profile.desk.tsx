import type { AuditWriter } from '#libs/audit';
import {
  AGREEMENT,
  ProfilePage,
  ProfileReadyPage,
  readName,
  REGISTRATION_PATH,
  SelfRegistered,
  SelfregPasswordReplaced,
  type ProfileProblems,
  type Registration,
  type RegistrationService,
} from '#libs/digital-keys';
import { pageFrame } from '#libs/http';
import { isLanguage, systemClock, type FedId } from '#libs/kernel';
import { JourneyDesk } from '../journey/journey-desk.js';
import { KeyOffice } from '../journey/prove-key/key-office.js';
import { SIGN_IN_COOKIE } from '../sign-in-session/sign-in-cookie.js';
import type { SignInSessionStore } from '../sign-in-session/sign-in-session.store.js';
import type { RegistrationDesk } from './registration.desk.js';
import { sendPage, type Visit } from './visit.js';

type Form = Readonly<Record<string, string | undefined>>;

export interface ProfileDeskParts {
  readonly registrations: RegistrationService;
  readonly desk: RegistrationDesk;
  readonly journeys: JourneyDesk;
  readonly office: KeyOffice;
  readonly sessions: Pick<SignInSessionStore, 'endAllOf'>;
  readonly audit: Pick<AuditWriter, 'record'>;
}

interface Made {
  readonly fedId: FedId;
  readonly keyId: string;
  readonly isNew: boolean;
}

/** The last step of a registration: makes the profile, and goes on with the login from which the person came. */
export class ProfileDesk {
  constructor(private readonly the: ProfileDeskParts) {}

  async show(registration: Registration, visit: Visit): Promise<void> {
    const of = await this.the.desk.frame(visit, registration.journey, registration.id);
    await sendPage(visit, 200, <ProfilePage {...of} mail={registration.mail} />);
  }

  async complete(registration: Registration, form: Form, visit: Visit): Promise<void> {
    const read = readProfile(form);
    if (read.kind === 'incomplete') return this.again(registration, { form, problems: read.problems }, visit);
    const language = isLanguage(form.language) ? form.language : visit.request.context.language;
    const profile = { name: read.name, password: form.password ?? '', language };
    const outcome = await this.the.registrations.complete(registration, profile, systemClock.now());
    switch (outcome.kind) {
      case 'gone':
        await visit.reply.redirect(`${REGISTRATION_PATH}/${registration.id}`, 303);
        return;
      case 'password-refused':
        await this.the.desk.refused(`password-${outcome.reason}`, visit);
        return this.again(registration, { form, problems: { password: outcome } }, visit);
      case 'made':
        await this.record(outcome, visit);
        return this.goOn(registration, outcome, visit);
    }
  }

  private async again(
    { id, mail, journey }: Registration,
    { form, problems }: { readonly form: Form; readonly problems: ProfileProblems },
    visit: Visit,
  ): Promise<void> {
    const { firstname = '', lastname = '', language } = form;
    const values = {
      firstname,
      lastname,
      agreed: form.eulaApproval !== undefined,
      ...(isLanguage(language) && { language }),
    };
    const of = await this.the.desk.frame(visit, journey, id);
    await sendPage(visit, 422, <ProfilePage {...of} mail={mail} values={values} problems={problems} />);
  }

  private async record({ fedId, keyId, isNew }: Made, { request: { context } }: Visit): Promise<void> {
    const entry = { reference: context.reference, address: context.address, subject: fedId };
    if (isNew) {
      await this.the.audit.record(SelfRegistered, { ...entry, data: { keyId, agreement: AGREEMENT } });
      return;
    }
    // Whoever knew the old password is signed out everywhere (ASVS 5.0, 7.4.3).
    await this.the.sessions.endAllOf(fedId);
    await this.the.audit.record(SelfregPasswordReplaced, { ...entry, data: { keyId } });
  }

  /** Signs in to the login, when it is still under way and takes such a profile. */
  private async goOn({ journey }: Registration, { fedId, keyId }: Made, visit: Visit): Promise<void> {
    const { request, reply } = visit;
    if (journey === undefined)
      return sendPage(visit, 200, <ProfileReadyPage frame={pageFrame(request)} homeHref="/fas/" />);
    const opened = await this.the.journeys.open(journey, request, reply);
    if (opened === undefined) return;
    if (this.the.office.offered('selfreg', opened) !== undefined) {
      const proven = { kind: 'proven', fedId, keyId, enrolment: 'self' } as const;
      const signedIn = await this.the.office.signIn(proven, 'selfreg', opened, request);
      if (signedIn.kind === 'signed-in') request.context.cookies.set(SIGN_IN_COOKIE, signedIn.cookie);
    }
    await reply.redirect(opened.address, 303);
  }
}

type ReadProfile =
  | { readonly kind: 'complete'; readonly name: { readonly given: string; readonly family: string } }
  | { readonly kind: 'incomplete'; readonly problems: ProfileProblems };

/** The password is judged with the rules; what is missing elsewhere is said first. */
function readProfile({ firstname, lastname, password, eulaApproval }: Form): ReadProfile {
  const [given, family] = [readName(firstname), readName(lastname)];
  const agreed = eulaApproval !== undefined;
  if (given !== undefined && family !== undefined && agreed)
    return { kind: 'complete', name: { given, family } };
  const problems: ProfileProblems = {
    ...(given === undefined && { firstname: true }),
    ...(family === undefined && { lastname: true }),
    ...(!password && { password: { reason: 'too-short', minimum: 15 } }),
    ...(!agreed && { eulaApproval: true }),
  };
  return { kind: 'incomplete', problems };
}

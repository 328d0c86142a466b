import type { AuditWriter } from '#libs/audit';
import {
  REGISTRATION_PATH,
  RegistrationMailAsked,
  RegistrationRefused,
  registrationState,
  type Registration,
  type RegistrationFrame,
  type RegistrationScene,
  type RegistrationService,
} from '#libs/digital-keys';
import { browserOf, pageFrame } from '#libs/http';
import { systemClock } from '#libs/kernel';
import type { FrontDoors } from '../journey/front-door.js';
import type { JourneyStore } from '../journey/journey.store.js';
import type { RelyingParties } from '../relying-parties/relying-parties.js';
import type { Visit } from './visit.js';

export const REGISTRATION_DESK = Symbol('RegistrationDesk');

export interface RegistrationDeskParts {
  readonly registrations: RegistrationService;
  readonly journeys: Pick<JourneyStore, 'find'>;
  readonly parties: Pick<RelyingParties, 'find'>;
  readonly doors: FrontDoors;
  readonly audit: Pick<AuditWriter, 'record'>;
}

/** Serves the steps that prove a mail address, and writes down what was asked and turned away. */
export class RegistrationDesk {
  constructor(private readonly the: RegistrationDeskParts) {}

  /** The surroundings of a page: the service and the way back, when the login is one of this browser. */
  async frame(visit: Visit, login: string | undefined, id?: string): Promise<RegistrationFrame> {
    const { request } = visit;
    const of = {
      frame: pageFrame(request),
      action: id === undefined ? REGISTRATION_PATH : `${REGISTRATION_PATH}/${id}`,
    };
    if (login === undefined) return of;
    const found = await this.the.journeys.find(login, browserOf(request.context.cookies));
    if (found.kind !== 'found') return of;
    const application = this.the.parties.find(found.journey.request.applicationId);
    if (application === undefined) return of;
    const { language } = request.context;
    // The last form leads, by redirect, to where the answer of the login goes.
    const target = this.the.doors.of(found.journey.request.protocol).returnAddress(found.journey);
    if (target !== undefined) request.context.allowFormTarget(target);
    const service = { application: application.name[language], agency: application.agency.name[language] };
    return { ...of, service, backHref: `/fas/sign-in/${encodeURIComponent(login)}` };
  }

  startHref(login: string | undefined): string {
    return login === undefined
      ? REGISTRATION_PATH
      : `${REGISTRATION_PATH}?login=${encodeURIComponent(login)}`;
  }

  find(id: string, browser: string) {
    return this.the.registrations.find(id, browser);
  }

  async start(mail: string, visit: Visit, login: string | undefined) {
    const outcome = await this.the.registrations.start(mail, sceneOf(visit, login));
    await this.asked(outcome.kind, visit);
    return outcome;
  }

  async sendAgain(registration: Registration, visit: Visit) {
    const outcome = await this.the.registrations.sendAgain(
      registration,
      sceneOf(visit, registration.journey),
    );
    await this.asked(outcome.kind === 'kept' ? 'sent' : outcome.kind, visit);
    return outcome;
  }

  /** By the code that was typed, or by what the link of the mail carried. */
  async verify(
    registration: Registration,
    { code, proof }: { readonly code?: string | undefined; readonly proof?: string | undefined },
    visit: Visit,
  ): Promise<boolean> {
    const now = systemClock.now();
    const { registrations } = this.the;
    const verified =
      proof === undefined
        ? await registrations.verifyCode(registration, code ?? '', now)
        : await registrations.verifyLink(registration, proof, now);
    if (!verified) await this.refused(proof === undefined ? 'code' : 'link', visit);
    return verified;
  }

  /** Whether this registration takes no further code, after the one that was typed now. */
  async isSpent({ id }: Registration, { request: { context } }: Visit): Promise<boolean> {
    const now = await this.find(id, browserOf(context.cookies));
    return typeof now === 'object' && registrationState(now, systemClock.now()) === 'spent';
  }

  async refused(reason: string, { request: { context } }: Visit): Promise<void> {
    const { reference, address } = context;
    await this.the.audit.record(RegistrationRefused, { reference, address, data: { reason } });
  }

  private async asked(outcome: string, { request: { context } }: Visit): Promise<void> {
    const { reference, address } = context;
    await this.the.audit.record(RegistrationMailAsked, { reference, address, data: { outcome } });
  }
}

export function sceneOf({ request: { context } }: Visit, login?: string): RegistrationScene {
  return {
    browser: browserOf(context.cookies),
    address: context.address,
    language: context.language,
    now: systemClock.now(),
    ...(login !== undefined && { journey: login }),
  };
}

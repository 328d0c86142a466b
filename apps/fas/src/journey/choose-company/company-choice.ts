import {
  chosenIn,
  isSameChoice,
  type ApsClient,
  type ChosenEnterprise,
  type EnterpriseOption,
} from '#libs/attributes';
import type { AuditWriter } from '#libs/audit';
import type { SignInSession } from '../../sign-in-session/sign-in-session.js';
import { recordEntry } from '../journey-record.js';
import { EnterpriseChosen } from '../journey.audit.js';
import type { OpenedJourney } from '../journey-desk.js';
import type { CompanyStore } from './company.store.js';

export type Companies =
  | {
      readonly kind: 'known';
      readonly options: readonly EnterpriseOption[];
      /** A source did not answer; there may be more. */
      readonly incomplete: boolean;
    }
  | { readonly kind: 'away' };

type Signed = OpenedJourney & { readonly session: SignInSession };

/** The choice of the enterprise for which somebody signs in. */
export class CompanyChoice {
  constructor(
    private readonly aps: ApsClient,
    private readonly store: CompanyStore,
    private readonly audit: AuditWriter,
  ) {}

  /** Asked once in a login; what is incomplete is asked again at the next look. */
  async companies({ journey, application, session, visitor }: Signed): Promise<Companies> {
    const { fedId } = session;
    const kept = await this.store.options(journey.id, fedId);
    if (kept !== undefined) return { kind: 'known', options: kept, incomplete: false };
    const outcome = await this.aps.enterprises(
      { subject: fedId, application: application.id, journey: journey.id, purpose: 'choose-enterprise' },
      { language: visitor.language },
    );
    if (outcome.kind === 'unreachable') return { kind: 'away' };
    const { enterprises: options, unavailable } = outcome;
    const incomplete = unavailable.length > 0;
    if (incomplete && options.length === 0) return { kind: 'away' };
    if (!incomplete) await this.store.note(journey.id, fedId, options);
    return { kind: 'known', options, incomplete };
  }

  /** @param value as the page sent it: a number, or a number and that of a unit; false when it is not on offer */
  async choose(opened: Signed, value: string): Promise<boolean> {
    const companies = await this.companies(opened);
    const wished = choiceIn(value);
    if (companies.kind === 'away' || wished === undefined) return false;
    const chosen = companies.options.find((option) => isSameChoice(option, wished));
    if (chosen === undefined) return false;
    const { journey, session, application, visitor } = opened;
    const { number, establishment } = chosen;
    const choice = { number, ...(establishment !== undefined && { establishment }) };
    if (!(await this.store.choose(journey.id, { ...choice, fedId: session.fedId }))) return false;
    await this.audit.record(EnterpriseChosen, {
      ...recordEntry({ application, visitor }),
      subject: session.fedId,
      data: { journey: journey.id, enterprise: number, ...(establishment && { establishment }) },
    });
    return true;
  }
}

/** `0999900150` or `0999900150/2999900192`. */
export function choiceIn(value: string): ChosenEnterprise | undefined {
  const [number, establishment] = value.split('/');
  const chosen = chosenIn({ number, ...(establishment !== undefined && { establishment }) });
  return chosen === 'malformed' ? undefined : chosen;
}

export const valueOfChoice = ({ number, establishment }: ChosenEnterprise): string =>
  establishment === undefined ? number : `${number}/${establishment}`;

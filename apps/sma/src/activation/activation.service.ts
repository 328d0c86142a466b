import type { AuditWriter } from '#libs/audit';
import {
  ActivationFinished,
  ActivationOpened,
  ActivationRefused,
  managedKinds,
  type Activations,
  type DigitalKey,
  type KeyLife,
  type OpenedActivation,
  type Trace,
} from '#libs/digital-keys';
import { defaultLoaPolicy, type KeyKind } from '#libs/loa';
import { AGREEMENT_VERSION, type AgreementsStore, type ContactsStore } from '#libs/people';

export interface ActivationServiceParts {
  readonly activations: Activations;
  readonly contacts: ContactsStore;
  readonly agreements: AgreementsStore;
  readonly life: KeyLife;
  readonly audit: Pick<AuditWriter, 'record'>;
}

/** Second factors that a person can make on the spot, in the order of their strength. */
export const SECOND_KEYS = ['totp', 'sms', 'email'] as const;
export type SecondKey = (typeof SECOND_KEYS)[number];

export type ActivationStep = 'earlier' | 'agreement' | 'password' | 'second' | 'done';

export interface ActivationState {
  readonly activation: OpenedActivation;
  readonly step: ActivationStep;
  /** Keys from before the office identified the person anew; they end first. */
  readonly earlier: readonly DigitalKey[];
  readonly hasPhone: boolean;
}

/** The road from link and code to the first two keys. */
export class ActivationService {
  constructor(private readonly the: ActivationServiceParts) {}

  async open(token: string, code: string, trace: Trace) {
    const outcome = await this.the.activations.open(token, code);
    if (outcome.kind !== 'opened') {
      const subject = outcome.kind === 'wrong' ? { subject: outcome.fedId } : {};
      await this.the.audit.record(ActivationRefused, {
        ...trace,
        ...subject,
        data: { reason: outcome.kind },
      });
      return outcome;
    }
    const { fedId, mail, id } = outcome.activation;
    await this.confirmMail(outcome.activation, mail);
    await this.the.audit.record(ActivationOpened, { ...trace, subject: fedId, data: { activation: id } });
    return outcome;
  }

  /** Undefined when no activation goes on in this browser. */
  async state(pass: string | undefined): Promise<ActivationState | undefined> {
    const activation = await this.the.activations.visitor(pass);
    if (activation === undefined) return undefined;
    const { fedId } = activation;
    const [keys, contacts, agreed] = await Promise.all([
      this.the.life.keysOf(fedId),
      this.the.contacts.ofPerson(fedId),
      this.the.agreements.hasAccepted(fedId),
    ]);
    const hasPhone = contacts.some(({ kind, verified }) => kind === 'phone' && verified);
    const earlier = keys.filter((key) => isManaged(key) && key.createdAt < activation.createdAt);
    return {
      activation,
      step: earlier.length > 0 ? 'earlier' : agreed ? stepOf(keys) : 'agreement',
      earlier,
      hasPhone,
    };
  }

  /** Whoever lost everything was identified anew: what they had before may be in other hands. */
  async endEarlier({ earlier }: ActivationState, trace: Trace): Promise<void> {
    for (const key of earlier) await this.the.life.revoke(key, trace, 'recovered');
  }

  async agree({ activation }: ActivationState): Promise<void> {
    await this.the.agreements.accept(activation.fedId, AGREEMENT_VERSION);
  }

  async finish({ activation: { id, fedId } }: ActivationState, trace: Trace): Promise<void> {
    await this.the.activations.finish(id);
    await this.the.audit.record(ActivationFinished, { ...trace, subject: fedId, data: { activation: id } });
  }

  /** Whoever came here by the link reads what goes to the address. */
  private async confirmMail({ fedId }: OpenedActivation, mail: string): Promise<void> {
    const known = await this.the.contacts.ofPerson(fedId);
    if (known.some(({ kind, value, verified }) => kind === 'mail' && verified && value === mail)) return;
    await this.the.contacts.add(fedId, { kind: 'mail', value: mail, usableFrom: new Date() });
  }
}

const isManaged = ({ kind }: DigitalKey): boolean => managedKinds(defaultLoaPolicy).includes(kind);

function stepOf(keys: readonly DigitalKey[]): ActivationStep {
  const has = (kind: KeyKind) => keys.some((key) => key.kind === kind && key.state === 'active');
  if (!has('password')) return 'password';
  return SECOND_KEYS.some(has) ? 'done' : 'second';
}

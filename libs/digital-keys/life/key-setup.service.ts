import type { AuditWriter } from '#libs/audit';
import type { Database, Queryable } from '#libs/database';
import { systemClock, type Clock, type FedId, type Language } from '#libs/kernel';
import { keyLevel, type Enrolment, type KeyKind, type LoaPolicy } from '#libs/loa';
import type { DigitalKey } from '../digital-key.js';
import type { DigitalKeysStore } from '../digital-keys.store.js';
import { isDuplicate } from '../duplicate.js';
import type { AccountNotices } from './account-notices.js';
import { keyExpiry } from './key-expiry.js';
import { KeyActivated } from './key-life.audit.js';
import type { SessionEnder, Trace } from './key-life.service.js';
import type { KeyLifeStore } from './key-life.store.js';
import type { KeySetupStore, KeptSetup } from './key-setup.store.js';
import type { ManageableKey, SetupOutcome, SetupPage, SetupReturn, SetupSituation } from './manage.js';

/** Who sets up which key. */
export interface SetupRequest extends Trace {
  readonly fedId: FedId;
  readonly kind: KeyKind;
  readonly enrolment: Enrolment;
  readonly language: Language;
  readonly form: SetupSituation['form'];
  readonly replaces?: DigitalKey;
  readonly knownWithoutPassword: boolean;
  /** Asked again in the moment of storing, when no other change can come in between. */
  readonly stillAllowed: (keys: readonly DigitalKey[]) => boolean;
}

export type SetupAnswer =
  | { readonly kind: 'page'; readonly page: SetupPage; readonly problem?: string }
  | { readonly kind: 'elsewhere'; readonly location: string }
  | { readonly kind: 'activated'; readonly keyId: string }
  /** It took too long, was finished in another window, or nothing was begun. */
  | { readonly kind: 'over' };

export interface KeySetupParts {
  readonly database: Database;
  readonly keys: DigitalKeysStore;
  readonly life: KeyLifeStore;
  readonly setups: KeySetupStore;
  readonly kinds: readonly ManageableKey[];
  readonly notices: AccountNotices;
  readonly sessions: SessionEnder;
  readonly audit: Pick<AuditWriter, 'record'>;
  readonly policy: LoaPolicy;
  readonly clock?: Clock;
}

type Proven = Extract<SetupOutcome, { kind: 'proven' }>;

interface Registered {
  readonly keyId: string;
  readonly replaced: readonly DigitalKey[];
}

/** Leads through the setup of a key; it counts only once it was proven. */
export class KeySetup {
  private readonly clock: Clock;

  constructor(private readonly the: KeySetupParts) {
    this.clock = the.clock ?? systemClock;
  }

  /** What can be set up here. */
  get kinds(): readonly KeyKind[] {
    return this.the.kinds.map(({ kind }) => kind);
  }

  /** Origin to which this setup sends the browser on the way, if it does. */
  leadsTo(kind: KeyKind): string | undefined {
    return this.kind(kind).leadsTo;
  }

  async begin(request: SetupRequest): Promise<SetupAnswer> {
    const { fedId, kind } = request;
    const setup = await this.the.setups.open(fedId, kind, this.clock.now());
    return this.conclude(request, await this.kind(kind).begin(this.situation(request, setup)));
  }

  async finish(request: SetupRequest): Promise<SetupAnswer> {
    return this.goOn(request, (key, situation) => key.finish(situation));
  }

  /** The browser is back from where the setup sent it. */
  async returned(request: SetupRequest, query: SetupReturn['query']): Promise<SetupAnswer> {
    return this.goOn(request, (key, situation) => key.returned?.({ ...situation, query }));
  }

  private async goOn(
    request: SetupRequest,
    step: (key: ManageableKey, situation: SetupSituation) => Promise<SetupOutcome> | undefined,
  ): Promise<SetupAnswer> {
    const { fedId, kind } = request;
    const setup = await this.the.setups.find(fedId, kind, this.clock.now());
    const outcome = setup && (await step(this.kind(kind), this.situation(request, setup)));
    return outcome === undefined ? { kind: 'over' } : this.conclude(request, outcome);
  }

  private async conclude(request: SetupRequest, outcome: SetupOutcome): Promise<SetupAnswer> {
    const { fedId, kind } = request;
    if (outcome.kind !== 'proven') {
      if (outcome.memory !== undefined) await this.the.setups.remember(fedId, kind, outcome.memory);
      return outcome;
    }
    const registered = await this.tryRegister(request, outcome);
    if (registered === undefined) return { kind: 'over' };
    await this.record(request, registered);
    return { kind: 'activated', keyId: registered.keyId };
  }

  /** Undefined as well when somebody registered the same certificate or passkey at the same moment. */
  private async tryRegister(request: SetupRequest, proven: Proven): Promise<Registered | undefined> {
    try {
      return await this.the.database.transaction((tx) => this.register(tx, request, proven));
    } catch (error) {
      if (isDuplicate(error)) return undefined;
      throw error;
    }
  }

  /** All of it or nothing: the key, the end of the one before, the notice. Undefined when somebody was faster. */
  private async register(
    tx: Queryable,
    request: SetupRequest,
    proven: Proven,
  ): Promise<Registered | undefined> {
    const { fedId, kind, replaces, address } = request;
    await this.the.life.within(tx).lockPerson(fedId);
    const present = (await this.the.keys.within(tx).ofPerson(fedId)).filter(
      ({ state }) => state !== 'revoked',
    );
    const open = await this.the.setups.within(tx).close(fedId, kind);
    if (!open || !request.stillAllowed(present)) return undefined;
    const registered = proven.inPlace ? inPlace(replaces) : await this.addKey(tx, request, proven);
    await proven.store(tx, registered.keyId);
    const what = replaces === undefined ? 'key-activated' : 'key-replaced';
    const { keyId } = registered;
    await this.the.notices.tell(tx, { fedId, what, key: kind, keyId, address, at: this.clock.now() });
    return registered;
  }

  private async addKey(
    tx: Queryable,
    { fedId, kind, enrolment, replaces }: SetupRequest,
    { label, expiresAt: proofEnds }: Proven,
  ): Promise<Registered> {
    const replaced = replaces === undefined ? [] : [replaces];
    const ids = replaced.map(({ id }) => id);
    await this.the.life.within(tx).move(fedId, ids, { from: ['active', 'suspended'], to: 'revoked' });
    for (const id of ids) await this.kind(kind).retire?.(tx, id);
    const expiresAt = keyExpiry(enrolment, this.clock.now(), proofEnds);
    const key = { fedId, kind, enrolment, ...(label && { label }), ...(expiresAt && { expiresAt }) };
    const keyId = await this.the.keys.within(tx).add(key);
    return { keyId, replaced };
  }

  private async record(
    { fedId, kind, enrolment, replaces, reference, address }: SetupRequest,
    { keyId, replaced }: Registered,
  ): Promise<void> {
    const level = keyLevel(this.the.policy, kind, enrolment);
    const data = { key: kind, keyId, level, enrolment, replaced: replaces !== undefined };
    await this.the.audit.record(KeyActivated, { reference, address, subject: fedId, data });
    const ended = replaced.map(({ id }) => id);
    if (ended.length > 0) await this.the.sessions.endOfKeys(fedId, ended);
  }

  private situation(request: SetupRequest, { id, memory }: KeptSetup): SetupSituation {
    const { fedId, enrolment, language, address, form, replaces, knownWithoutPassword } = request;
    return {
      fedId,
      enrolment,
      language,
      now: this.clock.now(),
      address,
      form,
      setupId: id,
      memory,
      ...(replaces && { replaces }),
      knownWithoutPassword,
    };
  }

  private kind(kind: KeyKind): ManageableKey {
    const found = this.the.kinds.find((one) => one.kind === kind);
    if (found === undefined) throw new Error(`the key ${kind} cannot be set up`);
    return found;
  }
}

function inPlace(replaces: DigitalKey | undefined): Registered {
  if (replaces === undefined) throw new Error('there is no key to renew in place');
  return { keyId: replaces.id, replaced: [] };
}

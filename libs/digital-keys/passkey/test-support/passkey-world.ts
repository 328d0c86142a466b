import { AuditWriter } from '#libs/audit';
import { minutes, type FedId } from '#libs/kernel';
import type { Enrolment } from '#libs/loa';
import { BlindIndex } from '#libs/security';
import { specAuditReader, specRecordKeys } from '#libs/testing';
import { isDuplicate } from '../../duplicate.js';
import { OwnKeys } from '../../own-keys.js';
import { keyWorld } from '../../test-support/key-world.js';
import { PasskeyChallengesStore } from '../passkey-challenges.store.js';
import { PasskeyProofService, type PasskeyRequest } from '../passkey-proof.service.js';
import { PasskeyService, type PasskeyCreationReason, type PasskeyMaker } from '../passkey.service.js';
import { PasskeyStore } from '../passkey.store.js';
import { passkeyRelyingParty } from '../relying-party.js';
import { SpecDevice, type Bend } from './device.js';

export const PARTY = passkeyRelyingParty('csam.example', {
  fas: 'https://fas.csam.example/',
  sma: 'https://sma.csam.example/',
});

interface MakeOrder {
  readonly device?: SpecDevice;
  readonly bend?: Bend;
  readonly enrolment?: Enrolment;
}

type Finished =
  | { readonly kind: 'created'; readonly keyId: string }
  | { readonly kind: 'refused'; readonly reason: PasskeyCreationReason };

/** FAS and SMA with passkeys, and devices that hold some. */
export async function passkeyWorld() {
  const world = await keyWorld();
  const index = new BlindIndex(world.master);
  const audit = new AuditWriter({ database: world.database, keys: specRecordKeys(world.database) });
  const passkeys = new PasskeyService({ database: world.database, index, audit, party: PARTY });
  const proofs = new PasskeyProofService({
    store: new PasskeyStore(world.database),
    challenges: new PasskeyChallengesStore(world.database),
    passwords: world.passwordStore,
    own: new OwnKeys(world.database, audit),
    index,
    throttle: world.throttle,
    party: PARTY,
  });
  const store = new PasskeyStore(world.database);
  let journeys = 0;

  const device = (counts = true) => new SpecDevice(PARTY, counts);
  const journey = () => ({
    journeyId: `journey-${(journeys += 1)}`,
    now: world.clock.now(),
    address: world.address(),
  });
  const maker = (fedId: FedId) => ({
    fedId,
    binding: `session-${fedId}`,
    now: world.clock.now(),
    enrolment: 'eid' as Enrolment,
    label: 'Phone',
  });

  /** As the setup in My digital keys does: judges what was made, and keeps it beside its key or not at all. */
  async function finish(
    by: PasskeyMaker & { readonly enrolment: Enrolment; readonly label: string },
    form: Readonly<Record<string, string | undefined>>,
  ): Promise<Finished> {
    const made = await passkeys.examine(by, form);
    if (typeof made === 'string') return { kind: 'refused', reason: made };
    const { fedId, enrolment, label } = by;
    try {
      return await world.database.transaction(async (tx) => {
        const keyId = await world.keys.within(tx).add({ fedId, kind: 'passkey', enrolment, label });
        await passkeys.keep(tx, { keyId, fedId }, made);
        return { kind: 'created', keyId };
      });
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      return { kind: 'refused', reason: 'duplicate' };
    }
  }

  return {
    ...world,
    passkeys,
    proofs,
    finish,

    list: (fedId: FedId) => store.ofPerson(fedId),
    suspend: (keyId: string) => world.keys.setState(keyId, 'suspended'),
    revoke: (keyId: string) => world.keys.setState(keyId, 'revoked'),

    journey,
    maker,
    device,

    /** Somebody makes a passkey on a device. */
    async make(fedId: FedId, order: MakeOrder = {}) {
      const holder = order.device ?? device();
      const by = { ...maker(fedId), ...(order.enrolment && { enrolment: order.enrolment }) };
      const creation = await passkeys.startCreation(by, 'lotte');
      const outcome = await finish(by, holder.create(creation, order.bend));
      if (outcome.kind !== 'created') throw new Error(outcome.reason);
      return { device: holder, keyId: outcome.keyId, fedId };
    },

    /** A request after a username; fails the test when it has to wait. */
    async askFor(username: string, login = journey()): Promise<PasskeyRequest> {
      const request = await proofs.askFor(username, login);
      if ('kind' in request) throw new Error(request.kind);
      return request;
    },

    eventsOf: async (fedId: FedId) =>
      (await specAuditReader(world.owner).bySubject(fedId)).map(({ name, data }) => ({ name, data })),
    tooLate: minutes(5) + 1_000,
  };
}

export type PasskeyWorld = Awaited<ReturnType<typeof passkeyWorld>>;

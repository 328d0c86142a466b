import type { Queryable } from '#libs/database';
import type { ManageableKey, SetupOutcome, SetupSituation } from '../life/manage.js';
import { keyLabel } from '../own-keys.js';
import type { PasswordStore } from '../password/password.store.js';
import { PasskeySetupPage, type PasskeySetupProblem } from './passkey.manage.page.js';
import type { PasskeyCreationReason, PasskeyService } from './passkey.service.js';

/** How a passkey is listed on a device whose owner has no username here. */
const NAMELESS = 'CSAM';

/** Making a passkey: the browser shows its own dialogue, and what the device made is judged before it counts. */
export class ManagedPasskey implements ManageableKey {
  readonly kind = 'passkey';

  constructor(
    private readonly passkeys: Pick<PasskeyService, 'startCreation' | 'examine' | 'keep'>,
    private readonly passwords: Pick<PasswordStore, 'usernameOf'>,
  ) {}

  begin(situation: SetupSituation): Promise<SetupOutcome> {
    return this.ask(situation);
  }

  async finish(situation: SetupSituation): Promise<SetupOutcome> {
    const { fedId, form } = situation;
    if ((form.credentialId ?? '') === '') return this.ask(situation, 'no-script');
    const made = await this.passkeys.examine(makerOf(situation), form);
    if (typeof made === 'string') return this.ask(situation, problemOf(made));
    return {
      kind: 'proven',
      label: keyLabel(form.label ?? '') ?? '',
      store: (tx: Queryable, keyId: string) => this.passkeys.keep(tx, { keyId, fedId }, made),
    };
  }

  /** Each page that asks has a challenge of its own. */
  private async ask(situation: SetupSituation, problem?: PasskeySetupProblem): Promise<SetupOutcome> {
    const { fedId, form } = situation;
    const name = (await this.passwords.usernameOf(fedId)) ?? NAMELESS;
    const creation = await this.passkeys.startCreation(makerOf(situation), name);
    const state = { creation, label: form.label, problem };
    return {
      kind: 'page',
      ...(problem && { problem }),
      page: (of) => <PasskeySetupPage {...of} {...state} />,
    };
  }
}

const makerOf = ({ fedId, setupId, now }: SetupSituation) => ({ fedId, binding: setupId, now });

function problemOf(reason: PasskeyCreationReason): PasskeySetupProblem {
  if (reason === 'challenge') return 'expired';
  return reason === 'duplicate' ? 'exists' : 'not-accepted';
}

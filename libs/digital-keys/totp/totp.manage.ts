import { generateSecret } from 'otplib';
import type { Queryable } from '#libs/database';
import type { Throttle } from '#libs/security';
import { forgetGuesses } from '../guess-count.js';
import type { ManageableKey, SetupOutcome, SetupSituation } from '../life/manage.js';
import { keyLabel } from '../own-keys.js';
import type { PasswordStore } from '../password/password.store.js';
import { checkTotp } from './totp.js';
import { GUESSES_OF_CODE } from './totp.service.js';
import { TotpSetupPage } from './totp.manage.page.js';
import type { TotpStore } from './totp.store.js';

/** Linking an authenticator app: a secret shown once, and a code that proves it arrived (NIST SP 800-63B 4.1.2). */
export class ManagedTotp implements ManageableKey {
  readonly kind = 'totp';

  constructor(
    private readonly store: TotpStore,
    private readonly passwords: Pick<PasswordStore, 'usernameOf'>,
    private readonly throttle: Throttle,
  ) {}

  async begin({ fedId }: SetupSituation): Promise<SetupOutcome> {
    const secret = generateSecret();
    const account = (await this.passwords.usernameOf(fedId)) ?? '';
    return {
      kind: 'page',
      memory: { secret },
      page: (of) => TotpSetupPage({ ...of, state: { kind: 'show', secret, link: linkOf(secret, account) } }),
    };
  }

  async finish({ fedId, form, memory, now }: SetupSituation): Promise<SetupOutcome> {
    await Promise.resolve();
    const { secret = '' } = memory;
    const { code = '', label = '' } = form;
    const outcome = checkTotp(secret, code, now.getTime());
    if (outcome.kind === 'wrong') {
      const problem = code.trim() === '' ? 'missing' : 'wrong';
      const state = { kind: 'ask', problem, label } as const;
      return { kind: 'page', problem, page: (of) => TotpSetupPage({ ...of, state }) };
    }
    return {
      kind: 'proven',
      label: keyLabel(label) ?? '',
      store: async (tx, keyId) => {
        const store = this.store.within(tx);
        await store.add(keyId, secret);
        await store.takeStep(keyId, outcome.timeStep);
        await forgetGuesses(this.throttle.within(tx), GUESSES_OF_CODE, fedId);
      },
    };
  }

  async retire(tx: Queryable, keyId: string): Promise<void> {
    await this.store.within(tx).retire(keyId);
  }
}

/** The form of address that authenticator apps read; SHA-1, six digits and 30 seconds are what it means by default. */
function linkOf(secret: string, account: string): string {
  const name = encodeURIComponent(account === '' ? 'CSAM' : `CSAM:${account}`);
  return `otpauth://totp/${name}?secret=${secret}&issuer=CSAM`;
}

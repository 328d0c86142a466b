import type { Queryable } from '#libs/database';
import type { PeopleStore } from '#libs/people';
import type { PasswordHasher } from '#libs/security';
import type { ManageableKey, SetupOutcome, SetupSituation } from '../life/manage.js';
import { newPasswordProblem, usernameProblem } from './new-password.js';
import { NewPasswordPage, type NewPasswordProblems } from './password.manage.page.js';
import type { PasswordService } from './password.service.js';
import type { PasswordStore } from './password.store.js';

export interface ManagedPasswordParts {
  readonly store: PasswordStore;
  readonly passwords: PasswordService;
  readonly hasher: PasswordHasher;
  readonly people: Pick<PeopleStore, 'findContacts'>;
}

/** Choosing a username and password, and choosing another password. */
export class ManagedPassword implements ManageableKey {
  readonly kind = 'password';

  constructor(private readonly the: ManagedPasswordParts) {}

  async begin(situation: SetupSituation): Promise<SetupOutcome> {
    return this.ask(situation, {});
  }

  async finish(situation: SetupSituation): Promise<SetupOutcome> {
    const problems = await this.problemsOf(situation);
    if (Object.keys(problems).length > 0) return this.ask(situation, problems);
    const { username = '', password = '' } = situation.form;
    const hash = await this.the.hasher.hash(password);
    const replaces = situation.replaces !== undefined;
    return {
      kind: 'proven',
      inPlace: replaces,
      store: async (tx, keyId) => {
        const store = this.the.store.within(tx);
        await (replaces ? store.choose(keyId, hash) : store.add(keyId, username.trim(), hash));
        const name = replaces ? await store.usernameOf(situation.fedId) : username;
        await this.the.passwords.startAnew(name ?? username, tx);
      },
    };
  }

  async retire(tx: Queryable, keyId: string): Promise<void> {
    await this.the.store.within(tx).retire(keyId);
  }

  private ask(situation: SetupSituation, problems: NewPasswordProblems): SetupOutcome {
    const { replaces, knownWithoutPassword, form } = situation;
    const asks = replaces === undefined ? 'username' : knownWithoutPassword ? 'nothing' : 'current';
    const problem = Object.values(problems)[0];
    return {
      kind: 'page',
      ...(problem && { problem }),
      page: (of) => NewPasswordPage({ ...of, asks, problems, username: form.username }),
    };
  }

  private async problemsOf(situation: SetupSituation): Promise<NewPasswordProblems> {
    const { username: name = '', password: typed = '' } = situation.form;
    const username = situation.replaces === undefined ? await this.usernameOf(name) : undefined;
    const password = newPasswordProblem(typed, await this.contextWords(situation));
    const problems = { ...(username && { username }), ...(password && { password }) };
    if (Object.keys(problems).length > 0) return problems;
    // Last, since each try is counted.
    const current = await this.currentProblem(situation);
    return current === undefined ? {} : { current };
  }

  private async usernameOf(typed: string) {
    const problem = usernameProblem(typed);
    if (problem !== undefined) return problem;
    return (await this.the.store.isFree(typed)) ? undefined : ('username-taken' as const);
  }

  /** Whoever finds a session open does not change the password with it. */
  private async currentProblem({ fedId, form, replaces, knownWithoutPassword, address }: SetupSituation) {
    if (replaces === undefined || knownWithoutPassword) return undefined;
    const username = (await this.the.store.usernameOf(fedId)) ?? '';
    const outcome = await this.the.passwords.verify({
      username,
      password: form.current ?? '',
      address,
      // They are signed in: strangers who guess elsewhere do not keep them from it.
      familiarTo: () => Promise.resolve(true),
    });
    if (outcome.kind === 'right') return undefined;
    return outcome.kind === 'wrong' ? ('current-wrong' as const) : ('current-locked' as const);
  }

  private async contextWords({ fedId, form }: SetupSituation): Promise<string[]> {
    const contacts = await this.the.people.findContacts(fedId);
    const mailboxes = contacts.flatMap(({ kind, value }) =>
      kind === 'mail' ? [value.split('@')[0] ?? ''] : [],
    );
    const username = form.username ?? (await this.the.store.usernameOf(fedId)) ?? '';
    return [username, ...mailboxes];
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import { Login } from './login.js';
import type { SandboxPerson } from './people.js';
import type { StackAddresses } from './stack.js';

/** People who sign in one after the other until they are told to stop. */
export class Traffic {
  readonly failures: string[] = [];
  done = 0;
  private ending = false;
  private readonly users: Promise<void[]>;

  constructor(
    people: readonly SandboxPerson[],
    private readonly addresses: StackAddresses,
    /** How long they read before they prove who they are, in milliseconds. */
    private readonly reading = 200,
  ) {
    this.users = Promise.all(people.map((person) => this.use(person)));
  }

  /** Waits for so many more logins, or for the first failure. */
  async some(count: number): Promise<void> {
    const goal = this.done + count;
    while (this.done < goal && this.failures.length === 0) await sleep(50);
  }

  async end(): Promise<void> {
    this.ending = true;
    await this.users;
  }

  private async use(person: SandboxPerson): Promise<void> {
    while (!this.ending) {
      try {
        const login = await new Login(person, this.addresses).begin();
        // People read: the login is under way while processes come and go.
        await sleep(this.reading);
        await (await login.prove()).finish();
        this.done += 1;
      } catch (error) {
        this.failures.push(
          error instanceof Error ? `${error.message} ${String(error.cause ?? '')}` : String(error),
        );
      }
    }
  }
}

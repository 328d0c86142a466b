import { linksOf, PageWalker, titleOf, type Answer } from './page-walker.js';
import type { SandboxPerson } from './people.js';
import type { StackAddresses } from './stack.js';

const where = (answer: Answer) =>
  `${answer.url.pathname} ${answer.status} ${titleOf(answer)} ${answer.body.slice(0, 60)}`;

/** One login at a service that wants attributes, in a browser of its own; it throws where it does not go on. */
export class Login {
  private readonly walker: PageWalker;
  private page: Answer | undefined;

  constructor(
    private readonly person: SandboxPerson,
    private readonly addresses: StackAddresses,
  ) {
    this.walker = new PageWalker({}, addresses.fas);
  }

  /** From the service to the page of choice. */
  async choose(): Promise<this> {
    const scope = 'openid profile egovnrn';
    const start = `${this.addresses.sandbox}/rp/oidc/login?scope=${encodeURIComponent(scope)}`;
    this.page = await this.walker.follow(await this.walker.send(start));
    return this;
  }

  async openPassword(): Promise<this> {
    const choice = this.reached();
    const way = linksOf(choice).find(({ pathname }) => pathname.endsWith('/password'));
    if (way === undefined) throw new Error(where(choice));
    this.page = await this.walker.open(way);
    return this;
  }

  /** From the service to the password form. */
  async begin(): Promise<this> {
    return (await this.choose()).openPassword();
  }

  async prove(): Promise<this> {
    const { username = '', password = '' } = this.person;
    const answer = await this.walker.submit(this.reached(), { username, password });
    // Nobody answered: the form is still there, to be sent again.
    if (answer.status === 502) throw new Error(where(answer));
    this.page = answer;
    return this;
  }

  /** Past the page that tells what the service gets, to the code for the service. */
  async agree(): Promise<this> {
    const proven = this.reached();
    const end = proven.url.pathname.endsWith('/information')
      ? await this.walker.submit(proven, { decision: 'continue' })
      : proven;
    if (!end.location?.searchParams.has('code')) throw new Error(where(end));
    this.page = end;
    return this;
  }

  /** To the service again, which takes its code to FAS and asks who it is. */
  async arrive(): Promise<void> {
    const { location } = this.reached();
    if (location === undefined) throw new Error(where(this.reached()));
    const back = await this.walker.send(location);
    const account = back.location === undefined ? back : await this.walker.send(back.location);
    // By name, or without one when a source was too slow for a busy machine: signed in is signed in.
    if (!/^(Welcome, |You are signed in)/.test(titleOf(account))) throw new Error(where(account));
  }

  async finish(): Promise<void> {
    await (await this.agree()).arrive();
  }

  private reached(): Answer {
    if (this.page === undefined) throw new Error('The login has not begun.');
    return this.page;
  }
}

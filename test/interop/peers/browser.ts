import { formsOf, PageWalker, type Answer } from '../../support/page-walker.js';
import { signIn, type ProvenKey } from '../../support/sign-in.js';
import { stack } from '../../support/stack.js';

const MOST_HOPS = 25;

/** Somebody's browser that visits FAS and services: cookies by site, redirects and forms that go by themselves followed. */
export class Browser {
  /** Every address it was sent to. */
  readonly went: string[] = [];
  private readonly sites = new Map<string, PageWalker>();

  /** Opens an address and goes where it leads, until a page wants somebody to do something. */
  async open(address: string): Promise<Answer> {
    return this.goOn(await this.at(new URL(address)).send(address));
  }

  /** Proves a key on the page of FAS that asks for one, and goes back to the service. */
  async signIn(asking: Answer, personId: string, key: ProvenKey): Promise<Answer> {
    return this.goOn(await signIn(this.at(new URL(stack().addresses.fas)), asking, personId, key));
  }

  /** Signed in already: the way leads through FAS, which at most tells what the service receives. */
  async goOnAtOnce(address: string): Promise<Answer> {
    const page = await this.open(address);
    const fas = this.at(new URL(stack().addresses.fas));
    return page.url.pathname.endsWith('/information')
      ? this.goOn(await fas.submitOnly(page, { decision: 'continue' }))
      : page;
  }

  private async goOn(answer: Answer): Promise<Answer> {
    let current = answer;
    for (let hop = 0; hop < MOST_HOPS; hop += 1) {
      const next = await this.next(current);
      if (next === undefined) return current;
      current = next;
    }
    throw new Error(`${current.url.href} leads in circles`);
  }

  private async next({ location, ...page }: Answer): Promise<Answer | undefined> {
    if (location !== undefined) {
      this.went.push(location.href);
      return this.at(location).send(location);
    }
    const [form] = formsOf(page).filter(({ fields }) => fields['SAMLResponse'] ?? fields['SAMLRequest']);
    return form && this.at(form.action).post(form.action, form.fields);
  }

  private at({ origin }: URL): PageWalker {
    const known = this.sites.get(origin) ?? new PageWalker();
    this.sites.set(origin, known);
    return known;
  }
}

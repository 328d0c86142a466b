import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { formOf, PageWalker, type Answer } from './page-walker.js';
import { responseIn, signedXml, singleSignOnPost, type SamlService } from './saml-service.js';
import { signIn } from './sign-in.js';
import { stack } from './stack.js';

/** A request by POST as a service sends it, with its signature inside. */
export const signedRequest = (service: SamlService): string =>
  signedXml(service.request({ destination: singleSignOnPost() }), service.privateKey);

export const postRequest = (xml: string): Promise<Answer> =>
  new PageWalker().post(singleSignOnPost(), { SAMLRequest: Buffer.from(xml, 'utf8').toString('base64') });

/** Somebody whom FAS has just answered to SMA: the answer is in hand and not yet brought. */
export class AnswerInHand {
  private constructor(
    private readonly walker: PageWalker,
    private readonly page: Answer,
  ) {}

  static async of(personId: string): Promise<AnswerInHand> {
    const walker = new PageWalker();
    const sent = await walker.send(`${stack().addresses.sma}/overview`);
    if (sent.location === undefined) throw new Error(`SMA asks nobody to sign in (${sent.status})`);
    return new AnswerInHand(walker, await signIn(walker, await walker.open(sent.location), personId));
  }

  get xml(): string {
    return responseIn(this.page);
  }

  /** Brings this in place of the answer. */
  bring(xml: string): Promise<Answer> {
    const { action, fields } = formOf(this.page);
    const SAMLResponse = Buffer.from(xml, 'utf8').toString('base64');
    return this.walker.post(action, { ...fields, SAMLResponse });
  }
}

/** A server that nobody should ever call: attackers' messages point at it. */
export class Trap {
  /** Addresses that were called. */
  readonly calls: string[] = [];

  private constructor(private readonly server: Server) {
    server.on('request', ({ url = '' }, response) => {
      this.calls.push(url);
      response.end();
    });
  }

  static async set(): Promise<Trap> {
    const server = createServer();
    const trap = new Trap(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return trap;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    await new Promise((resolve) => this.server.close(resolve));
  }
}

import type { FlowName } from '../flows/catalogue.js';
import { percentilesOf } from '../measuring/percentiles.js';
import { Browser } from './browser.js';
import { HttpClient } from './http-client.js';
import type { Pace, PersonToBe, RunFigures, World } from './messages.js';
import { OidcFlows } from './oidc-flows.js';
import { keepPace } from './pace.js';
import { Pool } from './pool.js';
import { nextCodes, waitForNewCode, type Visitor } from './road.js';
import { SamlFlows } from './saml-flows.js';

type Work = (visitor: Visitor) => Promise<void>;

const DOCUMENTS: Readonly<Partial<Record<FlowName, string>>> = {
  jwks: '/fas/oauth2/connect/jwk_uri',
  discovery: '/fas/oauth2/.well-known/openid-configuration',
  'saml-metadata': '/saml/fas-metadata.xml',
};

const MOST_TOLD = 5;
const PREPARED_AT_ONCE = 4;

/** The people, their browsers and the services, with all that they do. */
export class LoadClient {
  private requests = new Map<string, number[]>();
  private readonly http = new HttpClient((label, milliseconds) => this.note(label, milliseconds));
  private readonly oidc: OidcFlows;
  private readonly saml: SamlFlows;
  private readonly people: Pool<Visitor>;
  private readonly peopleWithCode: Pool<Visitor>;

  constructor(private readonly world: World) {
    this.oidc = new OidcFlows(this.http, world);
    this.saml = new SamlFlows(world);
    this.people = this.crowd(world.people);
    this.peopleWithCode = this.crowd(world.peopleWithCode);
  }

  /** Says why a flow cannot be measured here; undefined when it can. */
  async unavailable(flow: FlowName): Promise<string | undefined> {
    if (!flow.startsWith('saml')) return undefined;
    const path = DOCUMENTS['saml-metadata'];
    const { status } = await this.http.send('probe', { url: `${this.world.fas}${path}` });
    return status === 404 ? `${path} answers 404: there is no SAML front door` : undefined;
  }

  /** Everybody signs in once: known device, service seen before, a session and a token at hand. */
  async prepare(flow: FlowName): Promise<void> {
    if (DOCUMENTS[flow] !== undefined) return;
    const pool = this.visitorsOf(flow);
    const first = this.firstOf(flow);
    let begun = 0;
    const keepOn = async () => {
      while (begun < pool.size) {
        begun += 1;
        await pool.use(async (visitor) => {
          await ready(flow, visitor);
          await first(visitor);
        });
      }
    };
    await Promise.all(Array.from({ length: PREPARED_AT_ONCE }, keepOn));
    // Their codes are used: the measurement begins when everybody's app shows another.
    if (needsCode(flow)) await nextCodes();
  }

  async run(flow: FlowName, pace: Pace): Promise<RunFigures> {
    const times: number[] = [];
    const failures: string[] = [];
    const work = this.work(flow);
    const pool = this.visitorsOf(flow);
    this.requests = new Map();
    const cpu = process.cpuUsage();
    const began = performance.now();
    await keepPace(pace, async () => {
      const asked = performance.now();
      try {
        await pool.use(async (visitor) => {
          const waited = await ready(flow, visitor);
          await work(visitor);
          times.push(performance.now() - asked - waited);
        });
      } catch (error) {
        failures.push(error instanceof Error ? error.message : String(error));
      }
    });
    const { user, system } = process.cpuUsage(cpu);
    return {
      flows: times.length,
      failed: failures.length,
      failures: [...new Set(failures)].slice(0, MOST_TOLD),
      seconds: (performance.now() - began) / 1000,
      times: percentilesOf(times),
      requests: Object.fromEntries([...this.requests].map(([label, all]) => [label, percentilesOf(all)])),
      clientCpu: (user + system) / 1000,
    };
  }

  close(): void {
    this.http.close();
  }

  private work(flow: FlowName): Work {
    const { oidc, saml } = this.world;
    const works: Readonly<Record<FlowName, Work>> = {
      'oidc-sso': (visitor) => this.oidc.singleSignOn(visitor, oidc.plain),
      'oidc-sso-attributes': (visitor) => this.oidc.singleSignOn(visitor, oidc.attributes),
      'oidc-fresh': (visitor) => this.oidc.fresh(visitor, oidc.plain),
      'oidc-fresh-attributes': (visitor) => this.oidc.fresh(visitor, oidc.attributes),
      'oidc-fresh-code': (visitor) => this.oidc.fresh(visitor, oidc.plain, 'totp'),
      'saml-sso': (visitor) => this.saml.singleSignOn(visitor, saml.plain),
      'saml-sso-attributes': (visitor) => this.saml.singleSignOn(visitor, saml.attributes),
      'saml-fresh': (visitor) => this.saml.fresh(visitor, saml.plain),
      'saml-fresh-attributes': (visitor) => this.saml.fresh(visitor, saml.attributes),
      userinfo: ({ accessToken = '' }) => this.oidc.userinfo(accessToken),
      'userinfo-signed': ({ accessToken = '' }) => this.oidc.userinfo(accessToken),
      jwks: () => this.document('jwks'),
      discovery: () => this.document('discovery'),
      'saml-metadata': () => this.document('saml-metadata'),
    };
    return works[flow];
  }

  /** The login with which everybody comes into the state from which the flow starts. */
  private firstOf(flow: FlowName): Work {
    if (flow === 'userinfo') return this.work('oidc-fresh-attributes');
    if (flow === 'userinfo-signed') return (visitor) => this.oidc.fresh(visitor, this.world.oidc.signed);
    return this.work(flow.replace('-sso', '-fresh') as FlowName);
  }

  private async document(flow: FlowName): Promise<void> {
    const { status, body } = await this.http.send(flow, { url: `${this.world.fas}${DOCUMENTS[flow]}` });
    if (status !== 200 || body === '') throw new Error(`${flow}: status ${status}`);
  }

  private visitorsOf(flow: FlowName): Pool<Visitor> {
    return needsCode(flow) ? this.peopleWithCode : this.people;
  }

  private crowd(people: readonly PersonToBe[]): Pool<Visitor> {
    const { fas, password } = this.world;
    return new Pool(
      people.map((person) => ({ person, password, browser: new Browser(this.http, fas), lastStep: 0 })),
    );
  }

  private note(label: string, milliseconds: number): void {
    const times = this.requests.get(label);
    if (times === undefined) this.requests.set(label, [milliseconds]);
    else times.push(milliseconds);
  }
}

const needsCode = (flow: FlowName): boolean => flow === 'oidc-fresh-code';

/** A code counts once: who used theirs waits for the next. Says how long; that is no time of ours. */
const ready = async (flow: FlowName, visitor: Visitor): Promise<number> =>
  needsCode(flow) ? waitForNewCode(visitor) : 0;

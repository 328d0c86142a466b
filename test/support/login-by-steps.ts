import { createHash, randomBytes } from 'node:crypto';
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import type { Database } from '#libs/database';
import { formOf, linksOf, PageWalker, titleOf, type Answer } from './page-walker.js';
import type { SandboxPerson } from './people.js';
import { registerApplication } from './register-application.js';

/** A service over OpenID Connect that asks who it is, with the keys of FAS that it fetched once and for all. */
export interface PatientService {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  /** Base address of FAS. */
  readonly fas: string;
  readonly keys: JSONWebKeySet;
}

export async function patientService(fas: string, database: Database): Promise<PatientService> {
  const [clientId, clientSecret] = [
    `patient-${randomBytes(4).toString('hex')}`,
    randomBytes(24).toString('hex'),
  ];
  const redirectUri = 'https://patient.example/back';
  await registerApplication(
    {
      name: 'Patient service',
      attributes: ['egovNRN', 'givenName', 'surname'],
      oidc: {
        clientId,
        clientSecret,
        redirectUris: [redirectUri],
        tokenEndpointAuthMethod: 'client_secret_post',
        scopes: ['openid', 'profile', 'egovnrn'],
        userinfoFormat: 'json',
      },
    },
    (work) => database.transaction(work),
  );
  const response = await fetch(`${fas}/fas/oauth2/connect/jwk_uri`);
  return { clientId, clientSecret, redirectUri, fas, keys: (await response.json()) as JSONWebKeySet };
}

/** A request that is still to be made. */
type Request = () => Promise<Answer>;

/**
 * One login in a browser of its own, request by request: it stands still between two for as long as one likes. A request
 * that nobody answers is made again by the next step, as a person clicks once more and a service asks once more.
 */
export class LoginBySteps {
  private readonly walker: PageWalker;
  private readonly issuer: string;
  private next: Request | undefined;
  private secrets = { verifier: '', nonce: '' };
  private holdsCode = false;
  private unanswered = false;
  /** Requests that were answered. */
  steps = 0;
  /** Times that it went back to FAS for another code, since one was used up by an answer that never came. */
  again = 0;
  /** Of the key under which FAS signed. */
  kid: string | undefined;

  constructor(
    private readonly person: SandboxPerson,
    private readonly service: PatientService,
  ) {
    this.walker = new PageWalker({}, service.fas);
    this.issuer = `${service.fas}/fas/oauth2`;
    this.next = this.begin();
  }

  get isDone(): boolean {
    return this.next === undefined;
  }

  /**
   * Makes the next request.
   *
   * @returns whether somebody answered
   * @throws when the answer is one that no login has at that place
   */
  async step(): Promise<boolean> {
    if (this.next === undefined) return true;
    const answer = await answered(this.next);
    if (answer === undefined) {
      this.unanswered = true;
      return false;
    }
    this.next = this.isTooLate(answer) ? this.anew() : await this.after(answer);
    this.unanswered = false;
    this.steps += 1;
    return true;
  }

  /** Up to so many steps, or to its end; with a code in its hand no service stands still. */
  async to(steps: number): Promise<void> {
    while ((this.steps < steps || this.holdsCode) && !this.isDone) {
      if (!(await this.step())) throw new Error('Nobody answered.');
    }
  }

  /** The answer that brought the code was lost, and FAS gives it once. */
  private isTooLate({ status, url }: Answer): boolean {
    return this.unanswered && status === 400 && url.pathname.startsWith('/fas/oauth2/authorize/');
  }

  /** Back to the service, which asks again: who is signed in sees no page. */
  private anew(): Request {
    this.again += 1;
    return this.begin();
  }

  private begin(): Request {
    this.secrets = { verifier: randomBytes(32).toString('base64url'), nonce: randomBytes(9).toString('hex') };
    const query = new URLSearchParams({
      client_id: this.service.clientId,
      redirect_uri: this.service.redirectUri,
      response_type: 'code',
      scope: 'openid profile egovnrn',
      state: randomBytes(9).toString('hex'),
      nonce: this.secrets.nonce,
      code_challenge: createHash('sha256').update(this.secrets.verifier).digest('base64url'),
      code_challenge_method: 'S256',
    });
    return () => this.walker.send(`${this.issuer}/authorize?${query}`);
  }

  private async after(answer: Answer): Promise<Request | undefined> {
    const { location, status, url } = answer;
    if (location?.href.startsWith(this.service.redirectUri)) return this.redeem(location);
    if (location !== undefined) return () => this.walker.send(location);
    if (url.pathname.endsWith('/access_token')) return this.afterTokens(answer);
    if (status !== 200) throw new Error(where(answer));
    return url.pathname.endsWith('/userinfo') ? this.meet(answer) : this.afterPage(answer);
  }

  private afterPage(page: Answer): Request {
    const { username = '', password = '' } = this.person;
    if (page.url.pathname.endsWith('/password')) return this.submission(page, { username, password });
    if (page.url.pathname.endsWith('/information')) return this.submission(page, { decision: 'continue' });
    const way = linksOf(page).find(({ pathname }) => pathname.endsWith('/password'));
    if (way === undefined) throw new Error(where(page));
    return () => this.walker.send(way);
  }

  private submission(page: Answer, typed: Readonly<Record<string, string>>): Request {
    const { action, fields } = formOf(page);
    return () => this.walker.post(action, { ...fields, ...typed });
  }

  private redeem({ searchParams }: URL): Request {
    const code = searchParams.get('code');
    if (code === null) throw new Error(`Sent back with ${searchParams.get('error')}`);
    this.holdsCode = true;
    const body = new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: this.service.redirectUri,
      client_id: this.service.clientId,
      client_secret: this.service.clientSecret,
      code_verifier: this.secrets.verifier,
    });
    const headers = { accept: 'application/json' };
    return () => this.walker.send(`${this.issuer}/access_token`, { method: 'POST', body, headers });
  }

  private async afterTokens(answer: Answer): Promise<Request> {
    const tokens = JSON.parse(answer.body) as Readonly<Record<string, string>>;
    this.holdsCode = false;
    if (tokens['error'] === 'invalid_grant') return this.anew();
    if (answer.status !== 200) throw new Error(where(answer));
    const { payload, protectedHeader } = await jwtVerify(
      tokens['id_token'] ?? '',
      createLocalJWKSet(this.service.keys),
      { issuer: this.issuer, audience: this.service.clientId },
    );
    if (payload['nonce'] !== this.secrets.nonce) throw new Error('An ID token of another request');
    this.kid = protectedHeader.kid;
    const authorization = `Bearer ${tokens['access_token']}`;
    return () => this.walker.send(`${this.issuer}/userinfo`, { headers: { authorization } });
  }

  /** A source that is too slow may leave the number out; somebody else's is what may never come. */
  private meet({ body }: Answer): undefined {
    const { egovNRN: number = this.person.nationalNumber } = JSON.parse(body) as { egovNRN?: string };
    if (number !== this.person.nationalNumber) throw new Error('Signed in as somebody else');
  }
}

/** What came back; undefined when nobody was there, or ended while answering. */
async function answered(request: Request): Promise<Answer | undefined> {
  try {
    const answer = await request();
    return answer.status === 502 ? undefined : answer;
  } catch (error) {
    // What fetch says when the line is cut.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

const where = (answer: Answer) =>
  `${answer.url.pathname} ${answer.status} ${titleOf(answer)} ${answer.body.slice(0, 200)}`;

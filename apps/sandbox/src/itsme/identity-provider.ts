import { challengeOf, ClientMessages, ClientProblem } from './client-messages.js';
import { IdTokens } from './id-tokens.js';
import { ProviderKeys } from './provider-keys.js';
import type { ProviderAddresses, ProviderProfile } from './provider-profile.js';
import { isOver, SignIns, type SignIn } from './sign-ins.js';
import { errorIn, type Wrong } from './wrong-answers.js';

type Fields = Readonly<Record<string, string | undefined>>;

const PUSHED_LIFETIME = 60;

/** A played identity service: what it says to programs. */
export class IdentityProvider {
  readonly keys = new ProviderKeys();
  readonly signIns = new SignIns();
  readonly client: ClientMessages;
  readonly tokens: IdTokens;
  /** How often programs asked what, since the start. */
  readonly asked = { discovery: 0, jwks: 0, par: 0, token: 0 };
  private readonly pushed = new Map<string, string>();
  private wrong: Wrong | undefined;

  constructor(
    readonly profile: ProviderProfile,
    readonly addresses: ProviderAddresses,
  ) {
    this.client = new ClientMessages(profile, addresses);
    this.tokens = new IdTokens(profile, addresses, this.keys, this.client);
  }

  /** The next answer is wrong in this way. */
  beWrong(wrong: Wrong): void {
    this.wrong = wrong;
  }

  metadata() {
    const { addresses, profile } = this;
    return {
      issuer: addresses.issuer,
      authorization_endpoint: addresses.authorization,
      token_endpoint: addresses.token,
      jwks_uri: addresses.keys,
      ...(profile.pushed && {
        pushed_authorization_request_endpoint: addresses.push,
        require_pushed_authorization_requests: true,
      }),
      ...(profile.namesItself && { authorization_response_iss_parameter_supported: true }),
      response_types_supported: ['code'],
      subject_types_supported: ['pairwise'],
      acr_values_supported: profile.classes,
      code_challenge_methods_supported: ['S256'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
      token_endpoint_auth_signing_alg_values_supported: ['RS256'],
      request_object_signing_alg_values_supported: ['RS256'],
      id_token_signing_alg_values_supported: ['RS256'],
      id_token_encryption_alg_values_supported: ['RSA-OAEP-256'],
      id_token_encryption_enc_values_supported: [profile.encryption],
    };
  }

  /** RFC 9126 */
  async push(form: Fields): Promise<{ request_uri: string; expires_in: number }> {
    await this.client.authenticate(form);
    const reference = `urn:ietf:params:oauth:request_uri:${challengeOf(form['request'] ?? '')}`;
    this.pushed.set(reference, form['request'] ?? '');
    return { request_uri: reference, expires_in: PUSHED_LIFETIME };
  }

  async begin(query: Fields): Promise<SignIn> {
    if (query['client_id'] !== this.profile.clientId) {
      throw new ClientProblem('invalid_request', 'client_id is not known');
    }
    const request = this.profile.pushed ? this.takePushed(query['request_uri'] ?? '') : query['request'];
    if (request === undefined) throw new ClientProblem('invalid_request', 'a signed request is demanded');
    return this.signIns.begin(await this.client.readRequest(request));
  }

  /** Where the browser goes once the person answered; undefined while nobody did. */
  wayBack(signIn: SignIn): string | undefined {
    const error = this.errorOf(signIn);
    if (error === undefined && signIn.answer === undefined) return undefined;
    const url = new URL(signIn.request.redirectUri);
    url.searchParams.set('state', signIn.request.state);
    if (error === undefined) url.searchParams.set('code', this.signIns.codeFor(signIn));
    else url.searchParams.set('error', error);
    this.nameItself(url);
    return url.href;
  }

  async redeem(form: Fields) {
    await this.client.authenticate(form);
    const found = this.signIns.redeem(form['code'] ?? '');
    if (found === undefined || !fits(found, form))
      throw new ClientProblem('invalid_grant', 'the code is not good');
    const idToken = await this.tokens.of(found, this.wrong);
    this.wrong = undefined;
    return { access_token: found.id, token_type: 'Bearer', expires_in: 300, id_token: idToken };
  }

  private errorOf(signIn: SignIn): string | undefined {
    const ordered = signIn.answer === undefined ? undefined : errorIn(this.wrong);
    if (ordered !== undefined) {
      this.wrong = undefined;
      return ordered;
    }
    if (signIn.answer === 'refuse') return 'access_denied';
    return signIn.answer === undefined && isOver(signIn) ? 'interaction_required' : undefined;
  }

  private nameItself(url: URL): void {
    if (this.wrong === 'iss-parameter') url.searchParams.set('iss', 'https://idp.attacker.example');
    else if (this.profile.namesItself && this.wrong !== 'no-iss')
      url.searchParams.set('iss', this.addresses.issuer);
    if (this.wrong === 'iss-parameter' || this.wrong === 'no-iss') this.wrong = undefined;
  }

  private takePushed(reference: string): string | undefined {
    const request = this.pushed.get(reference);
    this.pushed.delete(reference);
    return request;
  }
}

/** The code goes to who asked for it, back to the same address. */
const fits = ({ request }: SignIn, form: Fields): boolean =>
  form['grant_type'] === 'authorization_code' &&
  request.redirectUri === form['redirect_uri'] &&
  request.challenge === challengeOf(form['code_verifier'] ?? '');

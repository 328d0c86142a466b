/** What the parts of the messages are for; a part that stands nowhere here is shown without words. */
const MEANING: Readonly<Record<string, string>> = {
  response_type: 'A code comes back, and no token ever passes the browser.',
  client_id: 'Which service asks. It was registered with its addresses, attributes and legal basis.',
  redirect_uri: 'Where the browser comes back to. It must be one that was registered, letter by letter.',
  scope: 'What the service wants to know. It receives no more than it was registered for.',
  state: 'A random text that ties the answer to this visitor: nobody can slip in an answer of their own.',
  nonce: 'A random text that comes back inside the ID token: the token was made for this sign-in.',
  code_challenge:
    'The hash of a secret that the service keeps: only who has the secret can use the code (PKCE).',
  code_challenge_method: 'SHA-256, the only method.',
  acr_values: 'The level that the service asks. A weaker key is never enough.',
  prompt: 'login: prove the key again. consent: show again what goes to the service. none: show no page.',
  max_age: 'A proof older than this many seconds does not count.',
  ui_locales: 'The language of the pages.',
  code: 'Good once, for a minute, for this service and this visitor only.',
  iss: 'Who answers. The service compares it with the issuer that it asked.',
  grant_type: 'Changes a code into tokens.',
  code_verifier: 'The secret behind the challenge of message 1.',
  access_token: 'Opens userinfo, for 15 minutes. It says nothing by itself.',
  id_token: 'Who signed in, how strongly and when, signed by FAS.',
  token_type: 'Bearer: who has the token can use it. DPoP: only with the key that it is bound to.',
  expires_in: 'Seconds that the access token is good for.',
  sub: 'By which this service knows the person, and no other agency.',
  aud: 'For which service the token is.',
  acr: 'The level that was really reached. The service checks it.',
  amr: 'Which key was proven, and its level.',
  auth_time: 'When the key was proven, in seconds since 1970.',
  iat: 'When the token was made.',
  exp: 'When it ends.',
  at_hash: 'Ties the access token to this ID token.',
  kid: 'Which of the published keys signed.',
  alg: 'How it was signed.',
};

export interface MessagePart {
  readonly name: string;
  readonly value: string;
  readonly meaning: string;
}

/** The parts of a message with what each is for. */
export function explain(values: Readonly<Record<string, unknown>>): MessagePart[] {
  return Object.entries(values).map(([name, value]) => ({
    name,
    value: typeof value === 'string' ? value : JSON.stringify(value),
    meaning: MEANING[name] ?? '',
  }));
}

import { describe, expect, it } from 'vitest';
import { oidcFile, samlFile } from './agencies.fixtures.js';
import { parseAgencyFile } from './agency-file.js';
import { parseApplicationFile } from './application-file.js';

type Tree = Record<string, unknown>;

/** A copy of the file with one field set, or left out when the value is undefined. */
function changed(file: object, path: string, value: unknown): Tree {
  const copy = structuredClone(file) as Tree;
  const names = path.split('.');
  const last = names.pop() ?? '';
  const group = names.reduce<Tree>((tree, name) => tree[name] as Tree, copy);
  if (value === undefined) delete group[last];
  else group[last] = value;
  return copy;
}

const problemsOf = (json: unknown): readonly string[] => {
  const outcome = parseApplicationFile(json);
  return outcome.kind === 'invalid' ? outcome.problems : [];
};

describe('an application file', () => {
  it('is taken with every field given, for OpenID Connect and for SAML', () => {
    expect(parseApplicationFile(oidcFile)).toEqual({
      kind: 'valid',
      file: expect.objectContaining(oidcFile),
    });
    expect(parseApplicationFile(samlFile)).toEqual({
      kind: 'valid',
      file: expect.objectContaining(samlFile),
    });
  });

  it('needs no more than what has no usual value', () => {
    const { clientId, clientSecret, redirectUris } = oidcFile.oidc;
    const { mandatoryAttributes: _, ...file } = oidcFile;
    expect(parseApplicationFile({ ...file, oidc: { clientId, clientSecret, redirectUris } })).toMatchObject({
      kind: 'valid',
      file: {
        mandatoryAttributes: [],
        oidc: {
          postLogoutRedirectUris: [],
          tokenEndpointAuthMethod: 'client_secret_basic',
          scopes: ['openid'],
          subjectType: 'pairwise',
          userinfoFormat: 'jwt',
        },
      },
    });
  });

  it.each([[null], ['text'], [[oidcFile]], [undefined]])('is a JSON object, not %j', (json) => {
    expect(problemsOf(json)).toEqual(['the file holds no JSON object']);
  });

  it.each([
    'agency',
    'name',
    'name.nl',
    'name.fr',
    'name.de',
    'name.en',
    'environment',
    'minimumLevel',
    'keys',
    'contexts',
    'attributes',
    'legalBasis',
    'legalBasis.kind',
    'legalBasis.reference',
    'legalBasis.validFrom',
    'oidc.clientId',
    'oidc.redirectUris',
    'saml.metadataFile',
  ])('names %s when it is missing', (path) => {
    const file = path.startsWith('saml') ? samlFile : oidcFile;
    expect(problemsOf(changed(file, path, undefined))).toContainEqual(expect.stringMatching(`^${path}: `));
  });

  it.each([
    ['agency', 671516647],
    ['agency', '0671516648'],
    ['name', 'Proefloket'],
    ['name.nl', ''],
    ['name.it', 'Sportello'],
    ['environment', 'TEST'],
    ['minimumLevel', 250],
    ['minimumLevel', '400'],
    ['keys', []],
    ['keys', ['eid', 'fax']],
    ['contexts', []],
    ['contexts', ['foreigner']],
    ['attributes', 'egovNRN'],
    ['mandatoryAttributes', ['mail']],
    ['mandatoryAttributes', null],
    ['legalBasis.kind', 'HABIT'],
    ['legalBasis.validFrom', '2026-02-30'],
    ['legalBasis.validFrom', '2026-W05'],
    ['legalBasis.validUntil', '2025-12-31'],
    ['oidc', null],
    ['oidc', []],
    ['oidc.clientSecret', 'short'],
    ['oidc.clientSecret', null],
    ['oidc.redirectUris', []],
    ['oidc.redirectUris', 5],
    ['oidc.redirectUris', ['http://proef.example/callback']],
    ['oidc.redirectUris', ['https://proef.example/callback#here']],
    ['oidc.redirectUris', ['/callback']],
    ['oidc.redirectUris', ['javascript:alert(1)']],
    ['oidc.postLogoutRedirectUris', ['http://proef.example/']],
    ['oidc.backchannelLogoutUri', 'http://proef.example/logout'],
    ['oidc.tokenEndpointAuthMethod', 'client_secret_jwt'],
    ['oidc.tokenEndpointAuthSigningAlg', 'HS256'],
    ['oidc.profile', 'highest'],
    ['oidc.initiateLoginUri', 'http://proef.example/login'],
    ['oidc.jwksUri', 'http://proef.example/keys'],
    ['oidc.sectorIdentifier', 'https://proef.example/sector'],
    ['oidc.tlsClientAuth', { subjectDn: 'CN=proef' }],
    ['oidc.requestObjectSigningAlg', 'none'],
    ['oidc.tokenBinding', 'cookie'],
    ['oidc.signingAlg', 'HS256'],
    ['oidc.tokenEncryption.alg', 'RSA1_5'],
    ['oidc.jwks', { keys: [{ kty: 'RSA', d: 'x' }] }],
    ['oidc.jwks', { keys: [{ kty: 'oct', k: 'x' }] }],
    ['oidc.jwks', { keys: [{ kty: 'RSA', n: 'v'.repeat(171), e: 'AQAB' }] }],
    ['oidc.jwks', { keys: [{ kty: 'RSA', e: 'AQAB' }] }],
    ['oidc.jwks', 'keys'],
    ['oidc.jwks', { keys: 5 }],
    ['oidc.jwks', { keys: [null] }],
    ['oidc.scopes', 'openid'],
    ['oidc.subjectType', 'secret'],
    ['oidc.sectorIdentifier', ''],
    ['oidc.userinfoFormat', 'xml'],
    ['oidc.requirePkce', 'yes'],
    ['oidc.colour', 'blue'],
    ['colour', 'blue'],
  ])('names %s when it is %j', (path, value) => {
    const problems = problemsOf(changed(oidcFile, path, value));
    expect(problems).toContainEqual(expect.stringMatching(`^${path}: `));
  });

  it.each([
    ['saml', 'sp.xml'],
    ['saml.wantAssertionsEncrypted', 'no'],
    ['saml.requireSignedRequests', 1],
  ])('names %s when it is %j', (path, value) => {
    expect(problemsOf(changed(samlFile, path, value))).toContainEqual(expect.stringMatching(`^${path}: `));
  });

  it('names every field that is wrong at once', () => {
    const file = changed(changed(oidcFile, 'environment', 'X'), 'oidc.userinfoFormat', 'xml');
    expect(problemsOf(file).map((problem) => problem.split(':')[0])).toEqual([
      'environment',
      'oidc.userinfoFormat',
    ]);
  });

  it('names attributes that the catalogue does not know', () => {
    const file = changed(oidcFile, 'attributes', ['egovNRN', 'shoeSize', 'constructor']);
    expect(problemsOf(file)).toEqual([
      'attributes: shoeSize is not in the catalogue of attributes',
      'attributes: constructor is not in the catalogue of attributes',
    ]);
  });

  it('without attributes needs no legal basis', () => {
    const { legalBasis: _, ...file } = { ...oidcFile, attributes: [], mandatoryAttributes: [] };
    expect(problemsOf(file)).toEqual([]);
  });

  it('speaks one of the two protocols', () => {
    const { oidc: _, ...neither } = oidcFile;
    expect(problemsOf(neither)).toEqual(['give one of oidc and saml']);
    expect(problemsOf({ ...oidcFile, saml: samlFile.saml })).toEqual(['give one of oidc and saml']);
  });

  it.each(['client_secret_basic', 'client_secret_post'])('has a secret with %s', (method) => {
    const file = changed(
      changed(oidcFile, 'oidc.tokenEndpointAuthMethod', method),
      'oidc.clientSecret',
      undefined,
    );
    expect(problemsOf(file)).toEqual([`oidc.clientSecret: ${method} needs a secret`]);
  });

  it.each([[undefined], [{}], [{ keys: [] }]])('has keys with private_key_jwt, not jwks %j', (jwks) => {
    const file = changed(oidcFile, 'oidc.tokenEndpointAuthMethod', 'private_key_jwt');
    expect(problemsOf(changed(file, 'oidc.jwks', jwks))).toContain(
      'oidc.jwks: private_key_jwt needs the public keys of the client',
    );
    expect(problemsOf(file)).toEqual([]);
  });

  it('of a public client needs neither secret nor keys', () => {
    const { clientId, redirectUris } = oidcFile.oidc;
    const oidc = { clientId, redirectUris, tokenEndpointAuthMethod: 'none' };
    expect(problemsOf({ ...oidcFile, oidc })).toEqual([]);
    expect(problemsOf({ ...oidcFile, oidc: { ...oidc, requirePkce: false } })).toEqual([
      'oidc.requirePkce: a public client needs PKCE',
    ]);
  });

  it.each(['http://localhost:4600/callback', 'http://127.0.0.1/callback', 'http://[::1]:8080/callback'])(
    'may lead to %s, on the same machine',
    (address) => {
      expect(problemsOf(changed(oidcFile, 'oidc.redirectUris', [address]))).toEqual([]);
    },
  );
});

describe('an application of profile high', () => {
  const { clientId, redirectUris, jwks } = oidcFile.oidc;
  const high = { clientId, redirectUris, jwks, profile: 'high', tokenEndpointAuthMethod: 'private_key_jwt' };
  const problems = (change: object) => problemsOf({ ...oidcFile, oidc: { ...high, ...change } });

  it('needs no more than its keys', () => {
    expect(problems({})).toEqual([]);
    expect(problems({ tokenBinding: 'certificate', signingAlg: 'ES256' })).toEqual([]);
  });

  it.each([
    [{ tokenEndpointAuthMethod: 'none' }, 'oidc.tokenEndpointAuthMethod'],
    [
      { tokenEndpointAuthMethod: 'client_secret_basic', clientSecret: 'x'.repeat(20) },
      'oidc.tokenEndpointAuthMethod',
    ],
    [{ tokenBinding: 'none' }, 'oidc.tokenBinding'],
    [{ requirePkce: false }, 'oidc.requirePkce'],
    [{ requirePushedRequests: false }, 'oidc.requirePushedRequests'],
    [{ signingAlg: 'RS256' }, 'oidc.signingAlg'],
    [{ tokenEndpointAuthSigningAlg: 'RS256' }, 'oidc.tokenEndpointAuthSigningAlg'],
  ])('takes nothing weaker: %j', (change, field) => {
    expect(problems(change)).toContainEqual(expect.stringMatching(`^${field}`));
  });
});

describe('an agency file', () => {
  const agency = { number: '0671.516.647', name: oidcFile.name, agreementVersion: '1.0' };

  it('is taken, its number in any official notation', () => {
    expect(parseAgencyFile(agency)).toEqual({ kind: 'valid', file: { ...agency, number: '0671516647' } });
  });

  it.each([
    ['number', undefined],
    ['number', '0671516648'],
    ['name', undefined],
    ['name.de', undefined],
    ['agreementVersion', undefined],
    ['agreementVersion', ''],
    ['colour', 'blue'],
  ])('names %s when it is %j', (path, value) => {
    expect(parseAgencyFile(changed(agency, path, value))).toEqual({
      kind: 'invalid',
      problems: expect.arrayContaining([expect.stringMatching(`^${path}: `)]),
    });
  });

  it('may give the address of the metadata instead of a file, with who signs it', () => {
    const metadataUrl = 'https://proef.example/metadata';
    const problems = (saml: object) => problemsOf({ ...samlFile, saml });
    expect(problems({ metadataUrl })).toEqual([
      expect.stringMatching(/^saml\.metadataSigner: /),
      expect.stringMatching(/^saml\.metadataSigner: /),
    ]);
    expect(problems({ metadataUrl, metadataSigner: 'x' })).toEqual([
      'saml.metadataSigner: not-a-certificate',
    ]);
    expect(problems({ metadataUrl: 'http://proef.example/', metadataSigner: 'x' })).toContainEqual(
      'saml.metadataUrl: http://proef.example/ must use https',
    );
    expect(problems({ metadataFile: 'sp.xml', metadataSigner: 'x' })).toEqual([
      'saml.metadataSigner: has no meaning without metadataUrl',
    ]);
  });
});

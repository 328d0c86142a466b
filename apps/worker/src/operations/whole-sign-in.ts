import { randomBytes } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import type { ProbeClient, ProbeService } from '#libs/config';
import { newMessageId } from '#libs/saml';
import { examineResponse, fasClasses, type IdentityProvider } from '#libs/service-provider';
import { keyLinkOf, postFormOf } from './page-form.js';
import type { Ask } from './probe-fetch.js';
import { ProbeFailed, type Probe } from './probe.js';
import { codeRequest } from './sign-in-probes.js';
import { Walker, type Arrival, type Kept } from './walker.js';

/** The level of a profile that somebody made without proving who they are. */
const LEVEL = 100;

/** A self-registered profile: it proves nothing that somebody without it could not make for themselves. */
export interface Profile {
  readonly mail: string;
  readonly password: string;
}

/** From the page of keys to what comes when the profile is proven. */
async function prove(walker: Walker, keys: Arrival, { mail, password }: Profile): Promise<Arrival> {
  const way = keyLinkOf(keys.body, 'selfreg', keys.url);
  if (way === undefined) throw new ProbeFailed('not-the-page-of-keys');
  const proven = await walker.submit(await walker.open(way), { username: mail, password });
  // The first time, and when it changes, FAS tells what the service receives.
  return proven.url.pathname.endsWith('/information')
    ? walker.submit(proven, { decision: 'continue' })
    : proven;
}

/** Signs in over OpenID Connect, up to an ID token under a signature of FAS. */
export function wholeOidcSignIn(
  fasUrl: string,
  client: Pick<ProbeClient, 'id' | 'redirectUri'> & { readonly secret: string },
  profile: Profile,
  ask: Ask,
): Probe {
  const kept: Kept = new Map();
  const issuer = `${fasUrl}/fas/oauth2`;
  return {
    component: 'sign-in-oidc',
    run: async (signal) => {
      const walker = new Walker(ask, signal, { kept, end: client.redirectUri });
      const request = codeRequest(client);
      const { url } = await prove(walker, await walker.open(`${issuer}/authorize?${request.query}`), profile);
      const code = url.searchParams.get('code');
      if (code === null || url.searchParams.get('state') !== request.query.get('state'))
        throw new ProbeFailed('no-code');
      const name = [client.id, client.secret].map(encodeURIComponent).join(':');
      const answer = await ask(`${issuer}/access_token`, {
        method: 'POST',
        signal,
        redirect: 'error',
        headers: { authorization: `Basic ${Buffer.from(name).toString('base64')}` },
        body: new URLSearchParams({
          grant_type: 'authorization_code',
          code,
          redirect_uri: client.redirectUri,
          code_verifier: request.verifier,
        }),
      });
      if (answer.status !== 200) throw new ProbeFailed(`tokens-status-${answer.status}`);
      const { id_token: token } = (await answer.json()) as { readonly id_token?: unknown };
      const keys = await ask(`${issuer}/connect/jwk_uri`, { signal, redirect: 'error' });
      await assertIdToken(String(token), (await keys.json()) as JSONWebKeySet, {
        issuer,
        audience: client.id,
        nonce: request.query.get('nonce'),
      });
    },
  };
}

async function assertIdToken(
  token: string,
  keys: JSONWebKeySet,
  {
    nonce,
    ...expected
  }: { readonly issuer: string; readonly audience: string; readonly nonce: string | null },
): Promise<void> {
  try {
    const { payload } = await jwtVerify(token, createLocalJWKSet(keys), expected);
    if (payload.nonce === nonce) return;
  } catch {
    // What is wrong with it is for the log of FAS; here it is enough that no service would take it.
  }
  throw new ProbeFailed('id-token');
}

/** Signs in over SAML, up to an assertion that a service would take. */
export function wholeSamlSignIn(
  identityProvider: IdentityProvider,
  service: ProbeService,
  profile: Profile,
  ask: Ask,
): Probe {
  const kept: Kept = new Map();
  const { entityId: issuer, singleSignOn, certificates } = identityProvider;
  return {
    component: 'sign-in-saml',
    run: async (signal) => {
      const walker = new Walker(ask, signal, { kept });
      const requestId = newMessageId();
      const query = new URLSearchParams({
        SAMLRequest: deflateRawSync(authnRequest(requestId, singleSignOn, service)).toString('base64'),
        RelayState: randomBytes(16).toString('base64url'),
      });
      const answer = await prove(walker, await walker.open(`${singleSignOn}?${query}`), profile);
      const form = postFormOf(answer.body, answer.url);
      if (form?.action.href !== service.assertionConsumer) throw new ProbeFailed('no-answer-form');
      const xml = Buffer.from(form.fields['SAMLResponse'] ?? '', 'base64').toString('utf8');
      const examined = examineResponse(xml, await certificates(), {
        issuer,
        audience: service.entityId,
        recipient: service.assertionConsumer,
        requestId,
        minimum: LEVEL,
        classes: fasClasses('citizen'),
        now: new Date(),
      });
      if (examined.kind !== 'assertion') throw new ProbeFailed(`assertion-${examined.kind}`);
    },
  };
}

/** Without a signature: the worker has no key of the service, and nothing that FAS answers can be misused. */
const authnRequest = (
  id: string,
  destination: string,
  { entityId, assertionConsumer }: ProbeService,
): string =>
  `<samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="${id}" Version="2.0"` +
  ` IssueInstant="${new Date().toISOString()}" Destination="${attribute(destination)}"` +
  ` AssertionConsumerServiceURL="${attribute(assertionConsumer)}"` +
  ' ProtocolBinding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST">' +
  `<saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">${attribute(entityId)}</saml:Issuer>` +
  '</samlp:AuthnRequest>';

const attribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as oidc from 'openid-client';
import { registerApplication } from '../../support/register-application.js';
import { stack } from '../../support/stack.js';

export interface OwnServiceOptions {
  readonly attributes: readonly string[];
  readonly mandatoryAttributes?: readonly string[];
  readonly scopes: readonly string[];
}

/** A client that knows its id and secret. */
export interface ServiceClient {
  /** starts a sign-in */
  signIn(parameters?: Readonly<Record<string, string>>): Promise<string>;
  /** what CSAM tells about the person, given the address to which the browser came back */
  userinfo(callback: string): Promise<Readonly<Record<string, unknown>>>;
}

/** A relying party that was registered a moment ago: nobody ever used it. */
export interface OwnService extends ServiceClient {
  readonly name: string;
  stop(): Promise<void>;
}

/** A web server of a service, whose every page says that one is back. */
export interface ServiceSite {
  readonly origin: string;
  stop(): Promise<void>;
}

export async function serviceSite(): Promise<ServiceSite> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end('<!doctype html><html lang="en"><title>Service</title><h1>Back at the service</h1></html>');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** Registers an application as an operator does and answers at its address; stop it after the test. */
export async function ownService(options: OwnServiceOptions): Promise<OwnService> {
  const site = await serviceSite();
  const clientId = `journey-${randomBytes(4).toString('hex')}`;
  const clientSecret = randomBytes(24).toString('base64url');
  const redirectUri = `${site.origin}/callback`;
  const name = `Counter ${clientId.slice(-4)}`;
  const { scopes, ...attributes } = options;
  await registerApplication({
    name,
    ...attributes,
    oidc: { clientId, clientSecret, redirectUris: [redirectUri], scopes: ['openid', ...scopes] },
  });

  const client = await serviceClient({ clientId, clientSecret, redirectUri, scopes });
  return { ...client, name, stop: () => site.stop() };
}

export interface ServiceClientOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
}

/** The stock client of a service that is registered already. */
export async function serviceClient(options: ServiceClientOptions): Promise<ServiceClient> {
  const { clientId, clientSecret, redirectUri, scopes } = options;
  const configuration = await discovered(clientId, clientSecret);
  const codeVerifier = oidc.randomPKCECodeVerifier();
  const state = oidc.randomState();
  return {
    async signIn(parameters = {}) {
      const url = oidc.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: ['openid', ...scopes].join(' '),
        state,
        code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
        ...parameters,
      });
      return url.href;
    },
    async userinfo(callback) {
      const tokens = await oidc.authorizationCodeGrant(configuration, new URL(callback), {
        pkceCodeVerifier: codeVerifier,
        expectedState: state,
        idTokenExpected: true,
      });
      return oidc.fetchUserInfo(configuration, tokens.access_token, tokens.claims()?.sub ?? '');
    },
  };
}

async function discovered(clientId: string, clientSecret: string): Promise<oidc.Configuration> {
  return oidc.discovery(
    new URL(`${stack().addresses.fas}/fas/oauth2`),
    clientId,
    { client_secret: clientSecret, userinfo_signed_response_alg: 'RS256' },
    oidc.ClientSecretBasic(clientSecret),
    { execute: [oidc.allowInsecureRequests] },
  );
}

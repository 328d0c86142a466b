import { expect } from 'vitest';
import type { KeyKind } from '#libs/loa';
import { samlAddresses, SAML_PATHS, type SamlAddresses } from '../saml-addresses.js';
import { specFas, type SpecFas } from './spec-fas.js';
import {
  authnRequest,
  signedQuery,
  specService,
  type RequestParts,
  type SpecService,
} from './spec-service.js';

export interface Sent {
  readonly cookie?: string;
  readonly relayState?: string;
  readonly signer?: SpecService;
}

export type Reply = Awaited<ReturnType<SpecFas['app']['server']['inject']>>;

/** Browsers at the SAML endpoints of a FAS of its own, with three services that it knows. */
export class SpecExchange {
  private constructor(
    readonly fas: SpecFas,
    readonly at: SamlAddresses,
    /** Signs its requests. */
    readonly service: SpecService,
    /** The same, elsewhere. */
    readonly other: SpecService,
    /** Need not sign. */
    readonly open: SpecService,
  ) {}

  static async start(partners: readonly KeyKind[] = []): Promise<SpecExchange> {
    const fas = await specFas(partners);
    const at = samlAddresses(fas.services.config.baseUrl.fas);
    const service = await specService('https://service.example');
    const other = await specService('https://other.example');
    const signing = await specService('https://open.example');
    const metadata = signing.metadata.replace('AuthnRequestsSigned="true"', 'AuthnRequestsSigned="false"');
    const open = { ...signing, metadata };
    for (const one of [service, other, open]) await fas.register(one.metadata);
    return new SpecExchange(fas, at, service, other, open);
  }

  /** The same services and browsers at another process of that FAS. */
  async elsewhere(): Promise<SpecExchange> {
    const { fas, at, service, other, open } = this;
    return new SpecExchange({ ...fas, app: await fas.another() }, at, service, other, open);
  }

  /** A page of ours. */
  page(url: string, cookie?: string): Promise<Reply> {
    const headers = { accept: 'text/html', ...(cookie && { cookie }) };
    return this.fas.app.server.inject({ method: 'GET', url, headers });
  }

  get(query: string, cookie?: string): Promise<Reply> {
    return this.page(`${SAML_PATHS.singleSignOnRedirect}?${query}`, cookie);
  }

  /** A form that another site posts. */
  post(payload: string): Promise<Reply> {
    const headers = {
      accept: 'text/html',
      'content-type': 'application/x-www-form-urlencoded',
      origin: 'https://service.example',
      'sec-fetch-site': 'cross-site',
    };
    return this.fas.app.server.inject({ method: 'POST', url: SAML_PATHS.singleSignOnPost, payload, headers });
  }

  /** What a service sends us itself, over SOAP. */
  soap(payload: string, contentType = 'text/xml; charset=utf-8'): Promise<Reply> {
    const headers = {
      'content-type': contentType,
      soapaction: 'http://www.oasis-open.org/committees/security',
    };
    return this.fas.app.server.inject({
      method: 'POST',
      url: SAML_PATHS.artifactResolution,
      payload,
      headers,
    });
  }

  /** The text of a request by Redirect. */
  request(parts: RequestParts = {}, service: SpecService = this.service): string {
    return authnRequest(service, this.at.singleSignOnRedirect, parts);
  }

  /** A request by Redirect, signed by the service. */
  send(parts: RequestParts = {}, { cookie, relayState, signer = this.service }: Sent = {}): Promise<Reply> {
    return this.get(signedQuery(this.request(parts, signer), signer, relayState), cookie);
  }

  /** What the audit record says about rejections, newest first. */
  async rejections(): Promise<{ rule: string; reason?: string; answered: boolean }[]> {
    const rows = await this.fas.database.database.query<{ data: { rule: string; answered: boolean } }>(
      `select data from audit.event where name = 'SamlRequestRejected' order by occurred_at desc, id desc`,
    );
    return rows.map(({ data }) => data);
  }
}

/** The fields of the form that carries an answer. */
export function fieldsOf(reply: Reply): Record<string, string> {
  expect(reply.statusCode).toBe(200);
  const found = [...reply.body.matchAll(/<input[^>]*name="([^"]*)"[^>]*value="([^"]*)"/g)];
  const unescape = (text: string) =>
    text
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
  return Object.fromEntries(found.map(([, name = '', value = '']) => [name, unescape(value)]));
}

export const responseOf = (reply: Reply): string =>
  Buffer.from(fieldsOf(reply)['SAMLResponse'] ?? '', 'base64').toString();

export const statusesOf = (reply: Reply) =>
  [...responseOf(reply).matchAll(/<samlp:StatusCode Value="([^"]*)"/g)].map(([, code]) => code);

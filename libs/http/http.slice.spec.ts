import { Body, Controller, Get, Header, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest, InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  AppError,
  csrfField,
  currentRequest,
  CrossSite,
  defineError,
  HtmlPage,
  Interface,
  parseReference,
  Public,
} from './index.js';
import { specApp, type SpecApp } from './test-support/spec-app.js';

const same = (text: string) => ({
  nl: `${text} (nl)`,
  fr: `${text} (fr)`,
  de: `${text} (de)`,
  en: `${text} (en)`,
});

const SPEC_EXPIRED = defineError({
  code: 'SPEC-EXPIRED',
  status: 410,
  title: same('Expired'),
  explanation: same('It took too long'),
  action: same('Start again'),
  meaning: 'Only in this test',
});

@Controller()
@Public()
class SpecController {
  @Get('/page/:id')
  @HtmlPage()
  page(@Param('id') id: string): string {
    const { language, nonce } = currentRequest();
    if (id === 'partner') currentRequest().allowFormTarget('https://partner.example/return?x=1');
    return `<p lang="${language}" data-nonce="${nonce}">${id}</p>`;
  }

  @Get('/for-all')
  @Header('cache-control', 'public, max-age=60')
  forAll(): { language: string } {
    return { language: currentRequest().language };
  }

  @Get('/context')
  async context(): Promise<{ before: string; after: string }> {
    const before = currentRequest().reference;
    await new Promise((resolve) => setTimeout(resolve, 5));
    return { before, after: currentRequest().reference };
  }

  @Get('/form')
  form(@Req() request: FastifyRequest): { name: string; value: string } {
    return csrfField(request);
  }

  @Post('/change')
  change(@Body() body: Record<string, string>): { name: string | undefined; reference: string } {
    return { name: body.name, reference: currentRequest().reference };
  }

  @Post('/saml')
  @CrossSite()
  saml(@Body() body: Record<string, string>): { fields: string[] } {
    return { fields: Object.keys(body) };
  }

  @Get('/expired')
  expired(): never {
    throw new AppError(SPEC_EXPIRED, { detail: 'journey of lotte@example.be' });
  }

  @Get('/broken')
  broken(): never {
    throw new Error('select secret from table; 85.07.30-033.28 lotte@example.be', {
      cause: new Error('deeper'),
    });
  }

  @Get('/data/broken')
  @Interface('application')
  brokenData(): never {
    throw new Error('inside');
  }

  @Get('/database-away')
  databaseAway(): never {
    throw Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' });
  }
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

describe('an app', () => {
  let spec: SpecApp;
  const inject = (options: InjectOptions | string) => spec.app.server.inject(options);

  beforeAll(async () => {
    spec = await specApp([SpecController]);
    await spec.app.init();
  });
  afterAll(() => spec.app.close());

  describe('on every answer', () => {
    it('gives a reference that a person can read out', async () => {
      const { headers } = await inject('/context');
      const reference = String(headers['x-request-reference']);
      expect(reference).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
      expect(parseReference(reference.toLowerCase().replace('-', ' '))).toBe(reference);
      expect(parseReference('OIL0-1111')).toBe('0110-1111');
      expect(parseReference('nope')).toBeUndefined();
    });

    it('keeps the request at hand across waiting and reading a body', async () => {
      const answers = await Promise.all(Array.from({ length: 20 }, () => inject('/context')));
      for (const { headers, body } of answers) {
        const reference = headers['x-request-reference'];
        expect(JSON.parse(body)).toEqual({ before: reference, after: reference });
      }
    });

    it('carries the security headers, and tells no server or version', async () => {
      const { headers } = await inject('/page/1');
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cache-control': 'no-store',
      });
      expect(headers['strict-transport-security']).toBeUndefined();
      expect(headers.server).toBeUndefined();
      expect(headers['x-powered-by']).toBeUndefined();
    });

    it('has a content security policy with a nonce of its own', async () => {
      const [one, other] = [await inject('/page/1'), await inject('/page/partner')];
      const policy = String(one.headers['content-security-policy']);
      const nonce = /data-nonce="([^"]+)"/.exec(one.body)?.[1];
      expect(policy).toContain(`script-src 'nonce-${nonce}'`);
      for (const part of [
        "default-src 'none'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ]) {
        expect(policy).toContain(part);
      }
      expect(policy).toContain("form-action 'self';");
      expect(other.headers['content-security-policy']).toContain(
        "form-action 'self' https://partner.example;",
      );
      expect(other.headers['content-security-policy']).not.toContain(nonce);
    });
  });

  describe('speaks the language of the person', () => {
    const languageOf = (body: string) => /lang="(..)"/.exec(body)?.[1];

    it('the switch wins and is remembered for a year', async () => {
      const { body, headers } = await inject({
        url: '/page/1?lang=de',
        headers: { 'accept-language': 'fr' },
      });
      expect(languageOf(body)).toBe('de');
      expect(headers['set-cookie']).toEqual([
        'csam-language=de; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax',
      ]);
    });

    it('the switch is not remembered by an answer that others may get as well', async () => {
      const { headers, json } = await inject({ url: '/for-all?lang=de' });
      expect(json()).toEqual({ language: 'de' });
      expect(headers['set-cookie']).toBeUndefined();
    });

    it.each([
      [{ cookie: 'csam-language=fr', 'accept-language': 'de' }, '/page/1?ui_locales=en', 'fr'],
      [{ 'accept-language': 'de' }, '/page/1?ui_locales=en', 'en'],
      [{ 'accept-language': 'de' }, '/page/1', 'de'],
      [{ cookie: 'csam-language=xx' }, '/page/1?lang=<script>', 'nl'],
    ])('%o at %s: %s', async (headers, url, language) => {
      expect(languageOf((await inject({ url, headers })).body)).toBe(language);
    });
  });

  describe('errors', () => {
    it('a defined error is a page in the language of the person, with the reference and without the detail', async () => {
      const { statusCode, headers, body } = await inject({
        url: '/expired',
        headers: { 'accept-language': 'fr' },
      });
      expect(statusCode).toBe(410);
      expect(headers['content-type']).toContain('text/html');
      expect(body).toContain('Expired (fr)');
      expect(body).toContain('Start again (fr)');
      expect(body).toContain(headers['x-request-reference']);
      expect(body).not.toContain('lotte');
    });

    it('the same is a problem document for a program', async () => {
      const { headers, body } = await inject({ url: '/expired', headers: { accept: 'application/json' } });
      expect(headers['content-type']).toContain('application/problem+json');
      expect(JSON.parse(body)).toEqual({
        type: 'urn:csam:error:SPEC-EXPIRED',
        title: 'Expired (nl)',
        status: 410,
        detail: 'It took too long (nl)',
        code: 'SPEC-EXPIRED',
        reference: headers['x-request-reference'],
      });
    });

    it('an application interface always answers with a problem document', async () => {
      const { statusCode, headers } = await inject('/data/broken');
      expect([statusCode, headers['content-type']]).toEqual([500, 'application/problem+json; charset=utf-8']);
    });

    it('a fault shows nothing of the inside, and is logged with its stack but without identities', async () => {
      const { statusCode, body, headers } = await inject('/broken');
      expect(statusCode).toBe(500);
      expect(body).not.toMatch(/select|stack|Error:|libs\/http/);
      const line = spec.logs.find(
        ({ reference, level }) => reference === headers['x-request-reference'] && level === 'error',
      );
      expect(line?.err).toMatchObject({
        cause: { message: 'deeper' },
        stack: expect.stringContaining('broken'),
      });
      expect(JSON.stringify(line)).not.toMatch(/85\.07|lotte@/);
    });

    it('a database that does not answer is 503 with a moment to come back', async () => {
      const { statusCode, headers } = await inject('/database-away');
      expect(statusCode).toBe(503);
      expect(Number(headers['retry-after'])).toBeGreaterThanOrEqual(2);
    });

    it.each([
      ['an unknown path', { url: '/nowhere' }, 404],
      ['another method', { method: 'DELETE', url: '/page/1' }, 405],
      ['a malformed address', { url: '/page/%E0%A4%A' }, 400],
      ['a name twice in the query', { url: '/page/1?a=1&a=2' }, 400],
      ['a field twice in a form', { method: 'POST', url: '/saml', headers: FORM, payload: 'a=1&a=2' }, 400],
      ['a malformed form', { method: 'POST', url: '/saml', headers: FORM, payload: 'a=%zz' }, 400],
      [
        'a form that reaches for prototypes',
        { method: 'POST', url: '/saml', headers: FORM, payload: '__proto__=1' },
        400,
      ],
      [
        'malformed JSON',
        { method: 'POST', url: '/saml', headers: { 'content-type': 'application/json' }, payload: '{' },
        400,
      ],
      [
        'JSON with a prototype',
        {
          method: 'POST',
          url: '/saml',
          headers: { 'content-type': 'application/json' },
          payload: '{"__proto__":{}}',
        },
        400,
      ],
      [
        'plain text',
        { method: 'POST', url: '/saml', headers: { 'content-type': 'text/plain' }, payload: '{}' },
        415,
      ],
      [
        'a large body',
        { method: 'POST', url: '/saml', headers: FORM, payload: `a=${'x'.repeat(270_000)}` },
        413,
      ],
    ] as const)('%s is answered with a page', async (_what, request, status) => {
      const { statusCode, headers, body } = await inject(request);
      expect(statusCode).toBe(status);
      expect(headers['content-type']).toContain('text/html');
      expect(body).toContain(headers['x-request-reference']);
      expect(headers['content-security-policy']).toContain("default-src 'none'");
    });

    it('another method is told which ones there are', async () => {
      expect((await inject({ method: 'DELETE', url: '/page/1' })).headers.allow).toBe('GET, HEAD');
      expect((await inject({ method: 'TRACE' as 'GET', url: '/change' })).headers.allow).toBe('POST');
    });
  });

  describe('a form that changes something', () => {
    const prepare = async () => {
      const { headers, body } = await inject('/form');
      const { value } = JSON.parse(body) as { value: string };
      return { cookie: String(headers['set-cookie']).split(';')[0] ?? '', token: value };
    };
    const post = (headers: Record<string, string>, token: string) =>
      inject({
        method: 'POST',
        url: '/change',
        headers: { ...FORM, ...headers },
        payload: `name=x+y%26z&_csrf=${token}`,
      });

    it('is taken with the token of this browser', async () => {
      const { cookie, token } = await prepare();
      const { statusCode, body, headers } = await post({ cookie }, token);
      expect(statusCode).toBe(201);
      expect(JSON.parse(body)).toEqual({ name: 'x y&z', reference: headers['x-request-reference'] });
    });

    it.each([
      { 'sec-fetch-site': 'same-origin', origin: 'null' },
      { origin: 'http://localhost:4100' },
    ] as Record<string, string>[])('is taken from our own page: %o', async (headers) => {
      const { cookie, token } = await prepare();
      expect((await post({ cookie, ...headers }, token)).statusCode).toBe(201);
    });

    it.each([
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example' },
    ] as Record<string, string>[])('is refused from elsewhere, even with the token: %o', async (headers) => {
      const { cookie, token } = await prepare();
      expect((await post({ cookie, ...headers }, token)).statusCode).toBe(403);
    });

    it('is refused without cookie, without token, and with the token of another browser', async () => {
      const [one, other] = [await prepare(), await prepare()];
      expect((await post({}, one.token)).statusCode).toBe(403);
      expect((await post({ cookie: one.cookie }, '')).statusCode).toBe(403);
      expect((await post({ cookie: one.cookie }, other.token)).statusCode).toBe(403);
    });

    it('a protocol endpoint that says so takes forms of other sites', async () => {
      const headers = { ...FORM, origin: 'https://sp.example', 'sec-fetch-site': 'cross-site' };
      const { statusCode, body } = await inject({
        method: 'POST',
        url: '/saml',
        headers,
        payload: 'SAMLRequest=a%2Bb',
      });
      expect([statusCode, JSON.parse(body)]).toEqual([201, { fields: ['SAMLRequest'] }]);
    });
  });

  describe('tells what it does', () => {
    it('the log has the pattern of the route, never the address, the query or the body', async () => {
      const { headers } = await inject({
        url: '/page/secret-id?token=very-secret',
        headers: { 'user-agent': 'a\r\nb\u001B[31m' },
      });
      const line = spec.logs.find(
        ({ reference, msg }) => reference === headers['x-request-reference'] && msg === 'request',
      );
      expect(line).toMatchObject({ method: 'GET', route: '/page/:id', status: 200, name: 'spec' });
      expect(spec.logText()).not.toMatch(/secret-id|very-secret/);
    });

    it('measures per pattern and kind of interface', async () => {
      await inject('/data/broken');
      const { body } = await inject('/metrics');
      expect(body).toMatch(/interface="application",route="\/data\/broken",method="GET",status="500"/);
      expect(body).toMatch(/interface="user",route="\/page\/:id",method="GET",status="200"/);
      expect(body).toMatch(/interface="user",route="unmatched",method="GET",status="404"/);
      expect(body).not.toContain('/health');
    });

    it('serves the files of its pages for good', async () => {
      const [path] = (await import('#libs/ui')).assets().map((asset) => asset.path);
      const { headers, statusCode } = await inject(path ?? '');
      expect(statusCode).toBe(200);
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    });
  });
});

describe('an app behind https', () => {
  it('has Secure cookies bound to its host, and asks for https for two years', async () => {
    const { app } = await specApp([SpecController], { baseUrl: 'https://csam.example' });
    await app.init();
    const { headers } = await app.server.inject('/page/1?lang=en');
    expect(headers['set-cookie']).toEqual([
      '__Host-csam-language=en; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax; Secure',
    ]);
    expect(headers['strict-transport-security']).toBe('max-age=63072000; includeSubDomains');
    const plain = await app.server.inject({ url: '/page/1', headers: { cookie: 'csam-language=fr' } });
    expect(plain.body).toContain('lang="nl"');
    await app.close();
  });
});

describe('forwarded addresses', () => {
  const ask = async (trustedProxies: string[]) => {
    const { app } = await specApp([AddressController], { trustedProxies });
    await app.init();
    const { body } = await app.server.inject({
      url: '/address',
      headers: { 'x-forwarded-for': '203.0.113.9' },
    });
    await app.close();
    return body;
  };

  @Controller()
  class AddressController {
    @Get('/address')
    @Public()
    address(): string {
      return currentRequest().address;
    }
  }

  it('are ignored unless they come from a trusted proxy', async () => {
    expect(await ask([])).toBe('127.0.0.1');
    expect(await ask(['10.0.0.0/8'])).toBe('127.0.0.1');
    expect(await ask(['127.0.0.1'])).toBe('203.0.113.9');
  });
});

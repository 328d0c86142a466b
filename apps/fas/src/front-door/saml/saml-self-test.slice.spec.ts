import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { minutes } from '#libs/kernel';
import { sendSelfTest } from './test-support/self-test-form.js';
import { SAML_PATHS } from './saml-addresses.js';
import { SAML_SELF_TEST_RECEIVE } from './self-test/self-test.page.js';
import { SELF_TEST_RULES } from './self-test/verdicts.js';
import { SpecExchange } from './test-support/spec-exchange.js';
import { authnRequest, signedForm, signedQuery } from './test-support/spec-service.js';

let my: SpecExchange;
beforeAll(async () => {
  my = await SpecExchange.start();
});
afterAll(() => my.fas.close());

/** The words of the list, rule by rule: outcome and reason. */
async function verdicts(message: string): Promise<{ outcomes: string[]; reasons: string[]; body: string }> {
  const reply = await sendSelfTest(my.fas, message);
  expect(reply.statusCode).toBe(200);
  const rows = [
    ...reply.body.matchAll(
      /<dd>(?:<strong>)?([^<:]*)(?:<\/strong>)?(?:: <code>([^<]*)<\/code>)?(?:<div class="small">.*?<\/div>)?<\/dd>/g,
    ),
  ];
  return {
    outcomes: rows.map(([, outcome = '']) => outcome),
    reasons: rows.flatMap(([, , reason]) => reason ?? []),
    body: reply.body,
  };
}

const all = SELF_TEST_RULES.map(() => 'Right');

describe('the self-test for integrators', () => {
  it('says of a right request that every rule holds, by Redirect, by POST and as XML', async () => {
    const query = signedQuery(my.request(), my.service, 'state');
    const address = `https://fas.example${SAML_PATHS.singleSignOnRedirect}?${query}`;
    const post = authnRequest(my.service, my.at.singleSignOnPost);
    const field = new URLSearchParams(signedForm(post, my.service)).get('SAMLRequest') ?? '';
    for (const message of [address, query, field, Buffer.from(field, 'base64').toString()]) {
      const { outcomes, reasons, body } = await verdicts(message);
      expect([outcomes, reasons]).toEqual([all, []]);
      expect(body).toContain('Voorbeelddienst');
    }
  });

  it('takes nothing from the request: it can be sent afterwards', async () => {
    const query = signedQuery(my.request(), my.service);
    await verdicts(query);
    expect((await my.rejections()).length).toBe(0);
    expect((await my.get(query)).statusCode).toBe(303);
  });

  it('names every rule about the content that is broken', async () => {
    const { outcomes, reasons, body } = await verdicts(
      signedQuery(
        my.request({
          acs: 'https://evil.example/acs',
          issueInstant: new Date(Date.now() - minutes(10)),
          attributes: 'AttributeConsumingServiceIndex="77"',
          children: '<samlp:NameIDPolicy Format="urn:x"/>',
        }),
        my.service,
      ),
    );
    expect(reasons).toEqual(['too-old', 'url', 'InvalidNameIDPolicy', 'RequestUnsupported']);
    expect(outcomes.filter((outcome) => outcome === 'Not looked at')).toHaveLength(1);
    const compared = [...body.matchAll(/<p>([^<]*:)<\/p><ul>(.*?)<\/ul>/g)].map(([, side, values = '']) => [
      side,
      [...values.matchAll(/<code>([^<]*)/g)].map(([, value]) => value),
    ]);
    expect(compared).toContainEqual(['This came:', ['https://evil.example/acs']]);
    expect(compared).toContainEqual(['This would be right:', [`${my.service.acs} (index 0)`]]);
    expect(compared).toContainEqual(['This came:', ['urn:x']]);
    expect(compared).toContainEqual(['This came:', ['index 77']]);
  });

  it.each<[string, () => string, string]>([
    [
      'by nobody we know',
      () => signedQuery(my.request().replace(my.service.entityId, 'urn:nobody'), my.service),
      'unknown',
    ],
    ['signed by another', () => signedQuery(my.request(), my.other), 'signature'],
    [
      'without its signature',
      () => signedQuery(my.request(), my.service).replace(/&SigAlg.*/, ''),
      'unsigned',
    ],
    ['with a document type', () => `<!DOCTYPE x>${my.request()}`, 'doctype'],
    ['that is none', () => 'hello', 'base64'],
    ['with markup in it', () => '"><script>alert(1)</script>', 'base64'],
  ])('stops at a request %s', async (_, make, reason) => {
    const { outcomes, reasons, body } = await verdicts(make());
    expect([reasons, outcomes.at(-1)]).toEqual([[reason], 'Not looked at']);
    expect(body).not.toContain('<script>alert');
  });

  it('receives a request from the service itself, by Redirect and by POST, and remembers nothing of it', async () => {
    const at = `${my.at.baseUrl}${SAML_SELF_TEST_RECEIVE}`;
    const xml = authnRequest(my.service, at);
    const headers = { accept: 'text/html', 'accept-language': 'en' };
    const url = `${SAML_SELF_TEST_RECEIVE}?${signedQuery(xml, my.service, 'state')}`;
    const byRedirect = await my.fas.app.server.inject({ method: 'GET', url, headers });
    const byPost = await my.fas.app.server.inject({
      method: 'POST',
      url: SAML_SELF_TEST_RECEIVE,
      headers: {
        ...headers,
        origin: 'https://service.example',
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: signedForm(xml, my.service),
    });
    for (const reply of [
      byRedirect,
      byPost,
      await my.fas.app.server.inject({ method: 'GET', url, headers }),
    ]) {
      expect(reply.statusCode).toBe(200);
      expect(reply.body).toContain('All rules hold');
    }
    const elsewhere = `${SAML_SELF_TEST_RECEIVE}?${signedQuery(my.request({ destination: 'https://other.example/' }), my.service)}`;
    expect((await my.fas.app.server.inject({ method: 'GET', url: elsewhere, headers })).body).toContain(
      'other',
    );
  });

  it('shows the empty page when nothing is pasted', async () => {
    expect((await verdicts('  ')).outcomes).toEqual([]);
  });
});

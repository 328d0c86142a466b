import { SAML_SELF_TEST } from '../self-test/self-test.page.js';
import type { SpecFas } from './spec-fas.js';

/** Opens the page of the self-test, pastes a message and sends the form, in English. */
export async function sendSelfTest({ app: { server } }: SpecFas, message: string) {
  const headers = { accept: 'text/html', 'accept-language': 'en' };
  const page = await server.inject({ method: 'GET', url: SAML_SELF_TEST, headers });
  const [, name = '', value = ''] =
    /<input type="hidden" name="([^"]*)" value="([^"]*)"/.exec(page.body) ?? [];
  return server.inject({
    method: 'POST',
    url: SAML_SELF_TEST,
    payload: new URLSearchParams({ [name]: value, message }).toString(),
    headers: {
      ...headers,
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      cookie: page.cookies.map((cookie) => `${cookie.name}=${cookie.value}`).join('; '),
    },
  });
}

import { deflateRawSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { PageWalker } from '../support/page-walker.js';
import { people } from '../support/people.js';
import { SamlService, singleSignOn, singleSignOnPost } from '../support/saml-service.js';
import { stack } from '../support/stack.js';
import { Traffic } from '../support/traffic.js';

const ROUNDS = 4;
const nested = `${'['.repeat(60_000)}${']'.repeat(60_000)}`;
const entities = `<!DOCTYPE a [<!ENTITY b "${'x'.repeat(100)}">${Array.from({ length: 20 }, (_, n) => `<!ENTITY b${n} "${`&b${n === 0 ? '' : n - 1};`.repeat(10)}">`).join('')}]>`;

it('RF-17 SX-22 SX-23 bombs of XML, JSON, forms and compressed messages are refused while people sign in, and no login fails', async () => {
  const { addresses } = stack();
  const museum = await SamlService.of('museum');
  const message = museum.request({ destination: singleSignOnPost() });
  const swollen = deflateRawSync(Buffer.alloc(5_000_000, 'a')).toString('base64');
  const send = async (address: string, type: string, body: string): Promise<number> =>
    (await new PageWalker().send(address, { method: 'POST', body, headers: { 'content-type': type } }))
      .status;
  const form = 'application/x-www-form-urlencoded';
  const post = (xml: string) =>
    send(
      singleSignOnPost(),
      form,
      new URLSearchParams({ SAMLRequest: Buffer.from(xml).toString('base64') }).toString(),
    );
  const token = `${addresses.fas}/fas/oauth2/access_token`;
  const bombs = [
    async () =>
      (await new PageWalker().send(`${singleSignOn()}?SAMLRequest=${encodeURIComponent(swollen)}`)).status,
    () => post(`${entities}${message}`),
    () => post(message.replace('<saml:Issuer>', '<x>'.repeat(20_000))),
    () => post(message.replace('Version', `${'a b="c" '.repeat(10_000)} Version`)),
    () => send(token, form, Array.from({ length: 20_000 }, (_, n) => `f${n}=1`).join('&')),
    () => send(token, 'application/json', nested),
    () => send(addresses.aps, 'application/json', nested),
  ];
  const everybody = await people(addresses.sandbox);
  const visitors = everybody.filter(
    ({ username, enterprises }) => username !== undefined && enterprises.length === 0,
  );
  const traffic = new Traffic(visitors.slice(0, 3), addresses);
  await traffic.some(3);
  const statuses = new Set<number>();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const status of await Promise.all(bombs.map((bomb) => bomb()))) statuses.add(status);
  }
  await traffic.some(3);
  await traffic.end();
  expect(traffic.failures).toEqual([]);
  // Turned away, none of them a fault of ours.
  expect([...statuses].filter((status) => status < 400 || status >= 500)).toEqual([]);
}, 300_000);

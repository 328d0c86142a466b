import { beforeAll, describe, expect, it } from 'vitest';
import { formOf, PageWalker } from '../support/page-walker.js';
import { responseIn, SamlService, statusesIn } from '../support/saml-service.js';
import { signIn } from '../support/sign-in.js';

let archive: SamlService;
let museum: SamlService;
beforeAll(async () => {
  archive = await SamlService.of('archive');
  museum = await SamlService.of('museum');
});

const namesIn = (xml: string) =>
  [...xml.matchAll(/<saml:Attribute [^>]*Name="([^"]*)"/g)].map(([, name = '']) => name).toSorted();

const ask = (walker: PageWalker, service: SamlService, attributes: string, children = '') =>
  walker.open(service.address(service.request({ attributes, children })));

/** Signs in, and goes on past what the service receives when that is shown. */
async function answered(service: SamlService, attributes: string) {
  const walker = new PageWalker();
  const page = await signIn(walker, await ask(walker, service, attributes), 'bram-boterkoek');
  return { walker, page };
}

describe('SA-22 the set of attributes that a request points at', () => {
  it('is given, whole or smaller, never more than the service may have', async () => {
    const everything = await answered(archive, 'AttributeConsumingServiceIndex="0"');
    expect(namesIn(responseIn(everything.page))).toEqual(['egovNRN', 'givenName', 'mail', 'surname']);
    const nameOnly = await ask(everything.walker, archive, 'AttributeConsumingServiceIndex="1"');
    expect(namesIn(responseIn(nameOnly))).toEqual(['givenName', 'surname']);
    const { page } = await answered(museum, 'AttributeConsumingServiceIndex="0"');
    expect(namesIn(responseIn(page))).toEqual(['givenName']);
  });

  it('that does not exist is told so', async () => {
    const page = await ask(new PageWalker(), museum, 'AttributeConsumingServiceIndex="9"');
    expect(statusesIn(page)).toEqual(['Requester', 'RequestUnsupported']);
  });
});

describe('SA-24 RelayState', () => {
  it.each([80, 81])('of %d octets comes back as it was', async (length) => {
    const relayState = '"><script>é'.padEnd(length - 1, 'x');
    const walker = new PageWalker();
    const page = await walker.open(
      museum.address(museum.request({ attributes: 'IsPassive="true"' }), { relayState }),
    );
    expect(formOf(page).fields['RelayState']).toBe(relayState);
    expect(page.body).not.toContain('"><script>é');
  });
});

describe('SA-25 Scoping', () => {
  it('forbids partners, or names one that is not known', async () => {
    const scoping = (content: string) => `<samlp:Scoping>${content}</samlp:Scoping>`;
    const children = scoping('<samlp:IDPList><samlp:IDPEntry ProviderID="urn:nobody"/></samlp:IDPList>');
    expect(statusesIn(await ask(new PageWalker(), museum, '', children))).toEqual([
      'Responder',
      'NoSupportedIDP',
    ]);
    const page = await ask(new PageWalker(), museum, '', '<samlp:Scoping ProxyCount="0"/>');
    expect([page.status, page.url.pathname]).toEqual([200, expect.stringContaining('/fas/sign-in/')]);
  });
});

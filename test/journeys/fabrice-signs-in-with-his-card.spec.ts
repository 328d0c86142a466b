import { beforeAll, expect, it } from 'vitest';
import { describeInBrowser, freshPage } from '../support/browser.js';
import { person, type SandboxPerson } from '../support/people.js';
import { rows } from '../support/stack-database.js';
import { pageWithCard, problemOf, readCard, setRevoked, whileFailing } from './support/cards.js';
import { library, permitCounter } from './support/services.js';
import { continueIfAsked, proveWith, signIn } from './support/steps.js';

const LEVEL_500 = 'urn:be:fedict:iam:fas:citizen:Level500';

describeInBrowser('Fabrice signs in with his identity card', () => {
  let fabrice: SandboxPerson;
  beforeAll(async () => {
    fabrice = await person('fabrice-fantome');
  });

  it('KY-1 is unknown at first, and known by his card from then on', async () => {
    const page = await pageWithCard('fabrice-fantome');
    const addresses: string[] = [];
    page.on('request', (request) => addresses.push(request.url()));
    await page.goto(permitCounter.signIn({ level: 500 }));
    await readCard(page);
    await continueIfAsked(page);
    await page.waitForURL('**/account');
    const { classReference, attributes } = await permitCounter.account(page);
    expect(classReference).toBe(LEVEL_500);
    expect(attributes).toMatchObject({ egovNRN: fabrice.nationalNumber, surname: 'Fantôme' });
    expect(addresses.join(' ')).not.toMatch(new RegExp(`${fabrice.nationalNumber}|fabrice|fant`, 'i'));

    const again = await pageWithCard('fabrice-fantome');
    await again.goto(permitCounter.signIn({ level: 500 }));
    await readCard(again);
    await continueIfAsked(again);
    await again.waitForURL('**/account');
    const second = await permitCounter.account(again);
    expect(second.attributes['fedid']).toBe(attributes['fedid']);
  });

  it('signs in to a service of the other protocol, with scripts off, in French', async () => {
    const page = await pageWithCard('fabrice-fantome', { javaScriptEnabled: false });
    await page.goto(library.signIn({ level: 500, language: 'fr' }));
    await page.locator('a[data-key="eid"]').click();
    expect(await page.textContent('h1')).toBe('S’identifier avec votre carte d’identité');
    await page.locator('main form button[type=submit]').first().click();
    if (page.url().endsWith('/information')) await page.click('button[name=decision][value=continue]');
    await page.locator('form button[type=submit]').first().click();
    await page.waitForURL('**/account');
    expect((await library.account(page)).classReference).toBe(LEVEL_500);
  });

  it('XS-32 without a card is told so, and can choose another key', async () => {
    const page = await freshPage();
    await page.goto(permitCounter.signIn({ level: 500 }));
    await readCard(page);
    expect(await problemOf(page)).toBe('We did not see a card');
    await page.getByText('Choose another key').click();
    expect(await page.locator('a[data-key="eid"]').count()).toBe(1);
  });

  it.each([
    ['revoked', 'Your card was revoked or suspended'],
    ['expired', 'Your card has expired'],
    ['not-yet-valid', 'Your card is not valid yet'],
    ['signature', 'You chose the wrong certificate'],
    ['stranger', 'This is not a Belgian identity card that we recognise'],
  ])('XS-32 is refused with a card that is %s', async (name, words) => {
    const page = await pageWithCard(`fabrice-fantome-${name}`);
    await page.goto(permitCounter.signIn({ level: 500 }));
    await readCard(page);
    expect(await problemOf(page)).toBe(words);
    expect(page.url()).toContain('/eid/return');
    await page.goto(permitCounter.signIn({ level: 500 }));
    expect(await page.locator('a[data-key="eid"]').count()).toBe(1);
  });

  it('XS-32 is refused from the moment his card is reported lost', async () => {
    await setRevoked('fabrice-fantome', true);
    try {
      const page = await pageWithCard('fabrice-fantome');
      await page.goto(permitCounter.signIn({ level: 500 }));
      await readCard(page);
      expect(await problemOf(page)).toBe('Your card was revoked or suspended');
    } finally {
      await setRevoked('fabrice-fantome', false);
    }
  });

  it.each(['error', 'hang', 'reset', 'garbage'] as const)(
    'LE-7, RF-8 is told when nobody can say whether his card is revoked (%s)',
    async (mode) => {
      await whileFailing('ocsp', mode, async () => {
        const page = await pageWithCard('rosa-ruimschoots');
        await page.goto(permitCounter.signIn({ level: 500 }));
        await readCard(page);
        expect(await problemOf(page)).toBe('We cannot check at the moment whether your card is still valid');
      });
    },
  );

  it('another signs in by the list of revoked cards while only the responder is silent', async () => {
    await whileFailing('ocsp-responder', 'error', async () => {
      // A list is kept until it ends; that of foreigners helps no citizen in the tests around this one.
      const page = await pageWithCard('ines-inkomend-foreigner');
      await page.goto(permitCounter.signIn({ level: 500 }));
      await readCard(page);
      await continueIfAsked(page);
      await page.waitForURL('**/account');
    });
  });

  it('KY-1 is refused when he is known to be deceased or was blocked', async () => {
    const page = await pageWithCard('jules-jonagold');
    await page.goto(permitCounter.signIn({ level: 500 }));
    await readCard(page);
    await continueIfAsked(page);
    await page.waitForURL('**/account');
    const { attributes } = await permitCounter.account(page);
    const setState = (state: string) =>
      rows('update people.person set state = $1 where fed_id = $2', [state, attributes['fedid']]);
    for (const state of ['deceased', 'blocked']) {
      await setState(state);
      const later = await pageWithCard('jules-jonagold');
      await later.goto(permitCounter.signIn({ level: 500 }));
      await readCard(later);
      expect(await problemOf(later)).toBe('You cannot sign in with this card');
    }
    await setState('active');
  });

  it('XS-32 a reading counts once, in the login and the browser that asked for it', async () => {
    const page = await pageWithCard('fabrice-fantome');
    const returns: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/eid/return')) returns.push(request.url());
    });
    await page.goto(permitCounter.signIn({ level: 500 }));
    await readCard(page);
    const [used] = returns;
    expect(used).toContain('?reading=');

    // Another login in another browser: a used address leads nowhere, nor does it in another login.
    const other = await freshPage();
    await other.goto(used ?? '');
    expect(await other.textContent('h1')).not.toContain('Back');
    expect(other.url()).not.toContain('/account');
    await other.goto(permitCounter.signIn({ level: 500 }));
    const { pathname } = new URL(other.url());
    const reading = new URL(used ?? '').search;
    await other.goto(new URL(`${pathname}/eid/return${reading}`, other.url()).href);
    expect(await problemOf(other)).toBe('The card was not read');
  });

  it('XS-32 whoever is lured to read a card for a stranger’s login signs nobody in', async () => {
    const stranger = await freshPage();
    let gate = '';
    await stranger.route(/\/card\?visit=/, async (route) => {
      gate = route.request().url();
      await route.abort();
    });
    await stranger.goto(permitCounter.signIn({ level: 500 }));
    const login = stranger.url();
    await stranger.locator('a[data-key="eid"]').click();
    await stranger.waitForURL('**/eid');
    const sent = stranger.waitForResponse((response) => response.status() === 303);
    await stranger.locator('main form button[type=submit]').click({ noWaitAfter: true });
    gate = (await (await sent).headerValue('location')) ?? gate;
    expect(gate).toContain('/card?visit=');

    const victim = await pageWithCard('fabrice-fantome');
    await victim.goto(gate);
    expect(victim.url()).toContain('/eid/return');
    expect(await victim.textContent('h1')).toContain('another browser');

    const later = await stranger.context().newPage();
    await later.goto(login);
    expect(await later.locator('a[data-key="eid"]').count()).toBe(1);
  });
});

describeInBrowser('A card and another key', () => {
  it('KY-1 a foreigner’s card names the same person as her other keys', async () => {
    const ines = await person('ines-inkomend');
    const page = await freshPage();
    await signIn(page, { at: permitCounter.signIn({ level: 400 }), with: 'totp', as: ines });
    const before = await permitCounter.account(page);

    const withCard = await pageWithCard('ines-inkomend-foreigner');
    await withCard.goto(permitCounter.signIn({ level: 500 }));
    await readCard(withCard);
    await continueIfAsked(withCard);
    await withCard.waitForURL('**/account');
    const after = await permitCounter.account(withCard);
    expect(after.classReference).toBe(LEVEL_500);
    expect(after.attributes['fedid']).toBe(before.attributes['fedid']);
  });

  it('a session at level 200 steps up with a card, never with somebody else’s', async () => {
    const rosa = await person('rosa-ruimschoots');
    const page = await pageWithCard('rosa-ruimschoots');
    await signIn(page, { at: permitCounter.signIn({ level: 200 }), with: 'password', as: rosa });
    await page.goto(permitCounter.signIn({ level: 500 }));
    expect(await page.textContent('h1')).toBe('Choose a stronger key');
    await readCard(page);
    await continueIfAsked(page);
    await page.waitForURL('**/account');
    expect((await permitCounter.account(page)).classReference).toBe(LEVEL_500);

    const mixed = await pageWithCard('lea-lierre');
    await mixed.goto(permitCounter.signIn({ level: 200 }));
    await proveWith(mixed, 'password', rosa);
    await continueIfAsked(mixed);
    await mixed.goto(permitCounter.signIn({ level: 500 }));
    await readCard(mixed);
    expect(await mixed.textContent('h1')).toBe('Somebody else is still signed in in this browser');
  });
});

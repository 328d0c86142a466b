import { describe, expect, it } from 'vitest';
import { galleryPage } from '../gallery/gallery.js';

const page = (name: string) => galleryPage(name, 'en') ?? '';

/** What tests, relying parties and password managers outside hold on to. */
describe('contract of the journey’s pages', () => {
  it('KY-10 the choice links to each usable key, strongest first', () => {
    const keys = [...page('choose-key/substantial').matchAll(/<a [^>]*data-key="([a-z]+)"/g)];
    expect(keys.map(([, key]) => key)).toEqual(['eid', 'itsme', 'eidas', 'passkey', 'totp', 'sms']);
    expect(page('choose-key/substantial')).toContain('/totp" data-key="totp"');
  });

  it('KY-10 the choice names what is not strong enough, and leads to a stronger key', () => {
    const html = page('choose-key/substantial');
    for (const key of ['certificate', 'token', 'email', 'password', 'selfreg']) {
      expect(html).toContain(`data-unavailable-key="${key}"`);
    }
    expect(html).toContain('Not strong enough for this service');
    expect(html).toContain('href="/sma/"');
  });

  it('KY-10 the choice points at the key that was used in this browser last, and at no other', () => {
    const marked = /<a [^>]*data-key="(\w+)"(?:(?!<\/a>).)*Last used in this browser/gs;
    const keys = (name: string) => [...page(name).matchAll(marked)].map(([, key]) => key);
    expect(keys('choose-key/used-before')).toEqual(['totp']);
    expect(keys('choose-key/substantial')).toEqual([]);
  });

  it('a step-up says which key was used and why it is not enough', () => {
    const html = page('choose-key/step-up');
    expect(html).toContain('signed in with ‘User name and password’');
    expect(html).toContain('stronger proof');
  });

  it('the choice can be cancelled by a form', () => {
    expect(page('choose-key/substantial')).toMatch(/<form [^>]*method="post" [^>]*action="[^"]*\/cancel"/);
  });

  it('the information page decides by a button', () => {
    const html = page('information/first-use');
    expect(html).toContain('name="decision" value="continue"');
    expect(html).toContain('name="decision" value="cancel"');
    expect(html).toContain('RR 21/2015');
  });

  it('marks what is new only on a change', () => {
    expect(page('information/changed').match(/class="tag"/g)).toHaveLength(2);
    expect(page('information/first-use')).not.toContain('class="tag"');
  });

  it('the automatic post carries the message, a button, and no token of ours', () => {
    const html = page('auto-post/button');
    expect(html).toContain('name="SAMLResponse"');
    expect(html).toContain('<button type="submit"');
    expect(html).not.toContain('_csrf');
  });
});

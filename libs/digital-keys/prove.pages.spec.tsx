import { describe, expect, it } from 'vitest';
import { renderPage } from '#libs/ui';
import type { PageExample } from '#libs/ui';
import { passwordExamples } from './password/password.examples.js';
import { totpExamples } from './totp/totp.examples.js';

const pages = new Map(
  [...passwordExamples, ...totpExamples].map((example: PageExample) => [
    example.name,
    renderPage(example.render('en')),
  ]),
);
const page = (name: string): string => pages.get(name) ?? '';

describe('prove pages', () => {
  it('LN-5 user name and password are found by password managers, and may be pasted and shown', () => {
    const html = page('password/ask');
    expect(html).not.toMatch(/onpaste|autocomplete="off"|readonly/i);
    expect(html).toMatch(/id="username" name="username"[^>]*autocomplete="username"/);
    expect(html).toMatch(/id="password" name="password"[^>]*autocomplete="current-password"/);
  });

  it('a wrong password keeps the user name, tells nothing about which was wrong', () => {
    const html = page('password/wrong');
    expect(html).toContain('value="lotte.voorbeeldmans"');
    expect(html).toContain('The user name or the password is not right');
    expect(html).toContain('<title>Error: ');
  });

  it('what is missing is said per field', () => {
    expect(page('password/missing')).toContain('<a href="#username">');
    expect(page('password/missing')).toContain('<a href="#password">');
  });

  it.each(['password/throttled', 'totp/throttled'])('%s says how long to wait and offers no form', (name) => {
    expect(page(name)).toContain('15 minutes');
    expect(page(name)).not.toContain('<form');
    expect(page(name)).toContain('Choose another key');
  });

  it('LN-6 a key that opens nothing any more is not to be waited for, but made anew', () => {
    expect(page('password/stopped')).toContain('make this key anew in My digital keys');
    expect(page('password/stopped')).not.toMatch(/<form|try again in/);
    expect(page('password/stopped')).toContain('Choose another key');
  });

  it('the app’s code is asked in its own step', () => {
    expect(page('totp/credentials')).toContain('Step 1 of 2');
    expect(page('totp/credentials')).not.toContain('name="code"');
    expect(page('totp/code')).toContain('name="code"');
    expect(page('totp/code')).not.toContain('name="password"');
  });

  it('on a step-up only the code is asked, and the page says so', () => {
    expect(page('totp/code-after-step-up')).toContain('already signed in');
    expect(page('totp/code-after-step-up')).not.toContain('Step 2');
  });

  it('a wrong code brings advice about the clock', () => {
    expect(page('totp/code-wrong')).toContain('date and time');
    expect(page('totp/code-reused')).toContain('already been used');
  });
});

import { describe, expect, it } from 'vitest';
import { maskMailbox, maskOfNoMailbox } from './email-address.js';

describe('a mailbox', () => {
  it.each([
    ['hakim.hazelnoot@people.example', 'h•••t@p•••.example'],
    ['an@b.be', 'a•••@b•••.be'],
    ['x@y.example', 'x•••@y•••.example'],
    ['"odd@one"@sub.domain.example', '"•••"@s•••.example'],
    ['ünal.öz@straße.example', 'ü•••z@s•••.example'],
  ])('%s is shown as %s', (address, shown) => {
    expect(maskMailbox(address)).toBe(shown);
  });

  it('XS-1 that is not there is shown as one that is', () => {
    for (const shade of [0, 77, 4_294_967_295])
      expect(maskOfNoMailbox(shade)).toMatch(/^[a-z]•••[a-z]@[a-z]•••\.be$/);
  });
});

import { BlindIndex, MasterKey } from '#libs/security';
import type { Application } from '#libs/agencies';
import { describe, expect, it } from 'vitest';
import type { RelyingParties } from '../../../relying-parties/relying-parties.js';
import { subjectRule } from './subject.js';

const registered: Readonly<Record<string, readonly [agency: string, sectorIdentifier: string | undefined]>> =
  {
    permits: ['0671516647', undefined],
    taxes: ['0671516647', 'sector.example'],
    library: ['0671516647', 'sector.example'],
    stranger: ['0316380841', 'sector.example'],
  };
const parties = {
  byClient: (clientId: string) => {
    const [agency, sectorIdentifier] = registered[clientId] ?? [];
    const oidc = { sectorIdentifier, subjectType: 'pairwise', redirectUris: ['https://sector.example/back'] };
    return agency === undefined ? undefined : ({ agency, oidc } as unknown as Application);
  },
} as RelyingParties;
const rule = subjectRule(new BlindIndex(MasterKey.fromSecret(Buffer.alloc(32, 7))), parties);
const sub = (clientId: string, person = 'a') => rule({ clientId }, person.repeat(40));

describe('OG-5 a pairwise subject', () => {
  it('is the same at the clients of one agency in one sector, which is the host unless another is named', () => {
    expect(sub('taxes')).toBe(sub('library'));
    expect(sub('permits')).toBe(sub('library'));
  });

  it('XS-22 is another at another agency, though it names the same sector and has the same host', () => {
    expect(sub('stranger')).not.toBe(sub('library'));
  });

  it('is another for another person', () => {
    expect(sub('library', 'b')).not.toBe(sub('library'));
  });

  it('is not given to a client that is gone', () => {
    expect(() => sub('gone')).toThrow('is gone');
  });
});

describe('LN-29 the subjects of ten thousand people', () => {
  const people = Array.from({ length: 10_000 }, (_, n) => n.toString(16).padStart(40, '0'));
  const subjects = people.map((person) => rule({ clientId: 'library' }, person));

  it('are all different, and say nothing of them', () => {
    expect(new Set(subjects).size).toBe(people.length);
    for (const subject of subjects) expect(subject).toMatch(/^[\da-f]{43}$/);
  });

  it('follow no pattern: at every place each of sixteen characters comes as often as by chance', () => {
    const expected = people.length / 16;
    for (let place = 0; place < 43; place++) {
      const counts = new Map<string, number>();
      for (const subject of subjects) {
        const character = subject.charAt(place);
        counts.set(character, (counts.get(character) ?? 0) + 1);
      }
      const chiSquared = [...counts.values()].reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
      // 15 degrees of freedom: chance goes beyond 50 once in a hundred thousand times.
      expect([place, counts.size, chiSquared < 50]).toEqual([place, 16, true]);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { KEY_KINDS } from '#libs/loa';
import { KeyStatus } from './key-status.js';

describe('the status of keys', () => {
  const clock = { time: new Date('2026-03-02T10:00:00Z'), now: () => clock.time };
  const later = (seconds: number) => new Date(clock.time.getTime() + seconds * 1_000);

  it('a key that cannot be asked for here is out of service, whatever is reported', () => {
    const status = new KeyStatus(clock).provide(['eid', 'itsme']);
    expect(status.outOfService()).toEqual(KEY_KINDS.filter((kind) => kind !== 'eid' && kind !== 'itsme'));
    status.report('totp', { available: true });
    expect(status.available('totp')).toBe(false);
  });

  it('KY-10 a reported outage takes one key away until its moment, or until it is taken back', () => {
    const status = new KeyStatus(clock).provide(KEY_KINDS);
    status.report('itsme', { available: false, until: later(30) });
    expect(status.outOfService()).toEqual(['itsme']);
    clock.time = later(29);
    expect(status.available('itsme')).toBe(false);
    clock.time = later(1);
    expect(status.outOfService()).toEqual([]);
    status.report('itsme', { available: false, until: later(30) });
    status.report('itsme', { available: true });
    expect(status.available('itsme')).toBe(true);
  });
});

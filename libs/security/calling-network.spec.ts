import { describe, expect, it } from 'vitest';
import { callingNetwork } from './index.js';

describe('XS-3 who counts as one caller', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['no address', 'no address'],
    ['', ''],
  ])('%s is %s', (address, network) => {
    expect(callingNetwork(address)).toBe(network);
  });

  it('is the same however the addresses of one network are written, and another in the next network', () => {
    const same = ['2001:db8:1:2::1', '2001:db8:1:2:ffff:ffff:ffff:ffff', '2001:db8:1:2:0:0:192.0.2.7'];
    expect(new Set(same.map(callingNetwork)).size).toBe(1);
    expect(callingNetwork('2001:db8:1:3::1')).not.toBe(callingNetwork('2001:db8:1:2::1'));
  });
});

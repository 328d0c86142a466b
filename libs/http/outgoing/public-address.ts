import { BlockList, isIP } from 'node:net';

/** Networks that are nobody's on the internet (RFC 6890 and its registries), by which a caller could reach inside. */
const SPECIAL_V4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const;
const SPECIAL_V6 = [
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const;

const special = new BlockList();
for (const [network, bits] of SPECIAL_V4) special.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of SPECIAL_V6) special.addSubnet(network, bits, 'ipv6');

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** An IPv4 address inside an IPv6 one (RFC 4291 2.5.5.2), as text or in hexadecimal. */
const MAPPED = /^::ffff:(?:(\d+\.\d+\.\d+\.\d+)|([0-9a-f]{1,4}):([0-9a-f]{1,4}))$/i;

/** Who may be called: the internet; this machine too; private networks too. */
export type Reach = 'internet' | 'loopback' | 'private';

/** Whether an IP address may be called. */
export function mayBeCalled(address: string, reach: Reach): boolean {
  const plain = withoutMapping(address);
  const version = isIP(plain);
  if (version === 0) return false;
  if (reach === 'private') return true;
  const family = version === 4 ? 'ipv4' : 'ipv6';
  if (loopback.check(plain, family)) return reach === 'loopback';
  return !special.check(plain, family);
}

function withoutMapping(address: string): string {
  const [, dotted, high = '', low = ''] = MAPPED.exec(address) ?? [];
  if (dotted !== undefined) return dotted;
  if (high === '') return address;
  const [upper, lower] = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
  return [upper >> 8, upper & 255, lower >> 8, lower & 255].join('.');
}

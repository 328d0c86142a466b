import { isIPv6 } from 'node:net';

/** An IPv4 address inside an IPv6 one (RFC 4291 section 2.5.5.2), as sockets of both families give it. */
const MAPPED_IPV4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** Of the eight groups of an IPv6 address, those that name the network. */
const NETWORK_GROUPS = 4;

/**
 * Who counts as one caller where limits are kept by address. Of IPv6 every household and every rented machine has a
 * whole /64 and may take another address of it for each request (RFC 6177, RFC 8981), so the network counts. What is
 * no address stays as it is.
 */
export function callingNetwork(address: string): string {
  const plain = MAPPED_IPV4.exec(address)?.[1] ?? address.split('%', 1)[0] ?? '';
  return isIPv6(plain) ? `${groupsOf(plain).slice(0, NETWORK_GROUPS).join(':')}::/64` : plain;
}

/** The eight groups, with `::` written out. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = address.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const between = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array.from({ length: between }, () => '0'), ...after].map((group) =>
    Number.parseInt(group, 16).toString(16),
  );
}

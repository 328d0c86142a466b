import { isIP } from 'node:net';

const MAPPED_IPV4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/**
 * The network an address belongs to: /24 for IPv4, /48 for IPv6. Enough to see that a sign-in came from
 * elsewhere, too little to point at one household. Undefined for what is no address.
 */
export function maskAddress(address: string): string | undefined {
  const plain = MAPPED_IPV4.exec(address)?.[1] ?? address.split('%')[0] ?? '';
  switch (isIP(plain)) {
    case 4:
      return `${plain.split('.').slice(0, 3).join('.')}.0/24`;
    case 6:
      return `${firstGroups(plain).join(':')}::/48`;
    default:
      return undefined;
  }
}

/** The first three of the eight groups, with `::` written out. */
function firstGroups(address: string): string[] {
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  if (tail !== undefined) {
    const after = tail === '' ? [] : tail.split(':');
    while (groups.length + after.length < 8) groups.push('0');
    groups.push(...after);
  }
  return groups.slice(0, 3).map((group) => Number.parseInt(group, 16).toString(16));
}

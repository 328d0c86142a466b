const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** RFC 9700 section 4.1: exact addresses, https, or http on the loopback for native applications and the demo. */
export function addressProblem(field: string, address: string): string[] {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || address.includes('#')) {
    return [`${field}: ${address} is not an absolute address without fragment`];
  }
  const allowed = url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.includes(url.hostname));
  return allowed ? [] : [`${field}: ${address} must use https`];
}

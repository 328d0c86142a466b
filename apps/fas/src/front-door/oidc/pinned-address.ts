import type { IncomingMessage } from 'node:http';

/**
 * The provider makes addresses from the headers that this sets; ours come from configuration, whatever the browser says.
 */
export function pinnedAddress(issuer: string): (request: IncomingMessage) => void {
  const { host, protocol } = new URL(issuer);
  const scheme = protocol.slice(0, -1);
  return (request) => {
    for (const name of Object.keys(request.headers)) {
      if (name.startsWith('x-forwarded-')) delete request.headers[name];
    }
    request.headers.host = host;
    request.headers['x-forwarded-host'] = host;
    request.headers['x-forwarded-proto'] = scheme;
    if (request.url?.startsWith('/endSession')) request.url = `/connect${request.url}`;
  };
}

import type { InterfaceKind } from '#libs/metrics';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ErrorAnswers } from './errors/error-answers.js';
import { pagePolicy } from './request/security-headers.js';

export type NodeHandler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

export interface NodeHandlerOptions {
  /** Tells, for a path under the prefix, the name under which it is measured and the norm it falls under. */
  readonly describe?: (path: string) => { readonly route: string; readonly interface: InterfaceKind };
}

/**
 * Mounts a plain Node handler (such as an OpenID provider) under a prefix: it reads the body and writes the
 * answer itself, and sees addresses without the prefix. Reference, measurement, cookies and security headers
 * hold for it too; headers that it sets itself win.
 */
export function mountNodeHandler(
  server: FastifyInstance,
  answers: ErrorAnswers,
  { prefix, handler, describe }: NodeHandlerOptions & { prefix: string; handler: NodeHandler },
): void {
  const config = {
    raw: true,
    policy: { access: { kind: 'public' }, crossSite: true, interface: 'user' },
    describe: (url: string) => {
      const path = pathUnder(prefix, url);
      const { route, interface: kind } = describe?.(path) ?? { route: '/*', interface: 'user' };
      return { route: prefix + route, interface: kind };
    },
  } as const;
  const serve = (request: FastifyRequest, reply: FastifyReply) => {
    reply.hijack();
    const { raw: response } = reply;
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) response.setHeader(name, value);
    }
    const setPolicy = () => {
      if (!response.headersSent) response.setHeader('content-security-policy', pagePolicy(request.context));
    };
    setPolicy();
    request.context.onPolicyChange(setPolicy);
    runHandler(request, response);
  };
  const runHandler = (request: FastifyRequest, response: ServerResponse) => {
    const { raw } = request;
    Object.assign(raw, { originalUrl: raw.url, url: (raw.url ?? '').slice(prefix.length) || '/' });
    Promise.resolve()
      .then(() => handler(raw, response))
      .catch((error: unknown) => answers.answerRaw(error, request, response));
  };
  server.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, parsed) => parsed(null));
    scope.all(prefix, { config }, serve);
    scope.all(`${prefix}/*`, { config }, serve);
    done();
  });
}

function pathUnder(prefix: string, url: string): string {
  const [path = ''] = url.split('?', 1);
  return path.slice(prefix.length) || '/';
}

import type { RoutePolicy } from './guards/route-policy.js';
import type { RequestContext } from './request/request-context.js';

// What this library adds to the server's own types; part of the compilation, imported by nobody.
declare module 'fastify' {
  interface FastifyRequest {
    context: RequestContext;
    principal?: unknown;
  }

  interface FastifyContextConfig {
    policy?: RoutePolicy;
    /** Kept out of logs and measurements: probes and assets. */
    silent?: boolean;
    /** Work that is taken on even when the process is overloaded. */
    essential?: boolean;
    /** What a handler that bypasses the framework tells about one of its addresses. */
    describe?: (path: string) => { readonly route: string; readonly interface: 'user' | 'application' };
    /** The handler reads its own query. */
    raw?: boolean;
  }
}

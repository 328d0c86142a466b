import type { InterfaceKind, Metrics } from '#libs/metrics';
import { PROBE_HEADER } from '#libs/security';
import type { FastifyInstance } from 'fastify';
import { createHash } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, Server, ServerResponse } from 'node:http';
import type { Health } from './operation/health.js';
import { newReference } from './request/reference.js';

/** How long an answer serves others, in milliseconds: what a document says may be this much older than the truth. */
const KEPT_FOR = 500;

const OWN_TO_EACH_ANSWER = ['x-request-reference', 'date', 'connection', 'keep-alive', 'content-length'];

interface Kept {
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
  readonly etag: string;
  readonly until: number;
}

interface DocumentParts {
  readonly server: FastifyInstance;
  readonly metrics: Metrics;
  readonly health: Health;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Answers requests for public documents (metadata, key sets) from memory, before anything else looks at them. Such
 * addresses are fetched by everybody, all the time, and say the same to all. The route behind the address stays what
 * it is: its own answer is what is kept, and whatever is not a plain GET goes there.
 */
export class Documents {
  private readonly paths = new Map<string, InterfaceKind>();
  private readonly kept = new Map<string, Kept>();
  private readonly asking = new Set<string>();

  constructor(private readonly the: DocumentParts) {}

  add(paths: readonly string[], kind: InterfaceKind): void {
    for (const path of paths) this.paths.set(path, kind);
  }

  /** Puts itself before the router; when the server knows its routes. */
  install(server: Server): void {
    if (this.paths.size === 0) return;
    const handlers = server.listeners('request') as Handler[];
    server.removeAllListeners('request');
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      const { url = '' } = request;
      const kind = this.paths.get(url);
      const kept = kind !== undefined && isPlain(request) ? this.fresh(url) : undefined;
      if (kind !== undefined && kept !== undefined) {
        this.observe(url, kind, send(kept, request, response));
        return;
      }
      for (const handle of handlers) handle.call(server, request, response);
    });
  }

  private fresh(url: string): Kept | undefined {
    // From then on every answer closes its connection.
    if (this.the.health.isStopping) return undefined;
    const kept = this.kept.get(url);
    if (kept !== undefined && kept.until > performance.now()) return kept;
    this.ask(url);
    return undefined;
  }

  /** Has the route itself make the answer, for those who come next. */
  private ask(url: string): void {
    if (this.asking.has(url)) return;
    this.asking.add(url);
    void this.made(url).finally(() => this.asking.delete(url));
  }

  private async made(url: string): Promise<void> {
    try {
      const { statusCode, headers, rawPayload } = await this.the.server.inject({ method: 'GET', url });
      if (statusCode === 200 && headers['set-cookie'] === undefined) this.keep(url, headers, rawPayload);
    } catch {
      // Whoever comes next is answered by the route itself, and sees what is wrong with it.
      this.kept.delete(url);
    }
  }

  private keep(url: string, answered: OutgoingHttpHeaders, body: Buffer): void {
    const common = Object.entries(answered).filter(([name]) => !OWN_TO_EACH_ANSWER.includes(name));
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    const headers = { ...Object.fromEntries(common), etag };
    this.kept.set(url, { headers, body, etag, until: performance.now() + KEPT_FOR });
  }

  private observe(route: string, kind: InterfaceKind, status: number): void {
    this.the.metrics.observeRequest({ interface: kind, route, method: 'GET', status, seconds: 0 });
  }
}

/** With a cookie or an origin the answer may be one's own; what probes ask is measured apart. */
const isPlain = ({ method, headers }: IncomingMessage): boolean =>
  method === 'GET' &&
  headers.cookie === undefined &&
  headers.origin === undefined &&
  headers[PROBE_HEADER] === undefined;

function send({ headers, body, etag }: Kept, request: IncomingMessage, response: ServerResponse): number {
  const own = { ...headers, 'x-request-reference': newReference() };
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, own).end();
    return 304;
  }
  response.writeHead(200, { ...own, 'content-length': body.length }).end(body);
  return 200;
}

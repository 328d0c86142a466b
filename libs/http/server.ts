import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ServerOptions } from 'node:https';
import { answerConnectionError } from './errors/connection-error.js';
import type { Logger } from './log/logger.js';
import { parseForm } from './request/form-body.js';
import { parseMultipart, uploadLimit, type UploadRules } from './request/multipart-body.js';

export interface ServerSettings {
  readonly logger: Logger;
  /** Addresses of proxies whose X-Forwarded-For is believed; nobody's by default. */
  readonly trustedProxies?: readonly string[];
  /** Largest body in bytes. */
  readonly bodyLimit?: number;
  /** Content types that are handed to the route as text, such as text/xml. */
  readonly textBodies?: readonly string[];
  /** Takes forms with a file in them, and how it is handed on. */
  readonly uploads?: UploadRules | undefined;
  /** Serves https itself: key, certificate, client certificates. */
  readonly tls?: ServerOptions;
  /** Answers what the router refuses before any hook, such as a malformed address. */
  readonly onRouterError: (error: Error, request: FastifyRequest, reply: FastifyReply) => void;
}

const DEFAULT_BODY_LIMIT = 256 * 1024;

// A slow or silent sender is cut off within ten seconds, checked twice a second (slow-loris).
const TIMEOUTS = { headersTimeout: 8_000, connectionsCheckingInterval: 500 };
const REQUEST_TIMEOUT = 9_000;
const KEEP_ALIVE = 65_000;

const LONGEST_HEADERS = 16 * 1024;
const LONGEST_PARAMETER = 500;

/** The Fastify server beneath an app, with its limits. */
export function createServer(settings: ServerSettings): { adapter: FastifyAdapter; server: FastifyInstance } {
  const options = { ...TIMEOUTS, maxHeaderSize: LONGEST_HEADERS };
  const adapter = new FastifyAdapter({
    ...(settings.tls === undefined ? { http: options } : { https: { ...options, ...settings.tls } }),
    requestTimeout: REQUEST_TIMEOUT,
    keepAliveTimeout: KEEP_ALIVE,
    bodyLimit: settings.bodyLimit ?? DEFAULT_BODY_LIMIT,
    trustProxy: (settings.trustedProxies ?? []).length > 0 ? [...(settings.trustedProxies ?? [])] : false,
    logger: false,
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: LONGEST_PARAMETER, ignoreTrailingSlash: true },
    clientErrorHandler: answerConnectionError(settings.logger),
    frameworkErrors: settings.onRouterError,
    // No app uses Express middleware, and its layer would cost every request.
    skipMiddie: true,
  });
  const server: FastifyInstance = adapter.getInstance();
  server.decorateRequest('context', null as never);
  server.decorateRequest('principal', undefined);
  readBodies(server, settings.textBodies ?? []);
  if (settings.uploads !== undefined) readUploads(server, settings.uploads);
  return { adapter, server };
}

function readBodies(server: FastifyInstance, textTypes: readonly string[]): void {
  server.removeContentTypeParser('text/plain');
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => {
      try {
        done(null, parseForm(String(body)));
      } catch (error) {
        done(error instanceof Error ? error : new Error('unreadable form'));
      }
    },
  );
  if (textTypes.length === 0) return;
  server.addContentTypeParser([...textTypes], { parseAs: 'string' }, (_request, body, done) =>
    done(null, body),
  );
}

function readUploads(server: FastifyInstance, rules: UploadRules): void {
  const bodyLimit = uploadLimit(rules);
  server.addContentTypeParser(
    'multipart/form-data',
    { parseAs: 'buffer', ...(bodyLimit !== undefined && { bodyLimit }) },
    (request: FastifyRequest, body: Buffer) =>
      parseMultipart(body, request.headers['content-type'] ?? '', rules),
  );
}

/** Finds the methods that other routes have for a path, to tell 405 from 404. */
export function collectRoutes(server: FastifyInstance): (path: string) => string[] {
  const routes: { pattern: RegExp; methods: string[] }[] = [];
  server.addHook('onRoute', ({ url, method }) => {
    routes.push({ pattern: asPattern(url), methods: [method].flat() });
  });
  return (url) => {
    const [path = ''] = url.split('?', 1);
    return [
      ...new Set(routes.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => methods)),
    ].toSorted();
  };
}

const asPattern = (url: string) =>
  new RegExp(
    `^${url
      .replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
      .replaceAll(/:[^/]+/g, '[^/]+')
      .replaceAll('*', '.*')}/?$`,
  );

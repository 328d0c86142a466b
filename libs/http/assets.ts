import type { Asset } from '#libs/ui';
import type { FastifyInstance } from 'fastify';

const A_YEAR = 'public, max-age=31536000, immutable';

const ASSET = {
  silent: true,
  essential: true,
  policy: { access: { kind: 'public' }, crossSite: false, interface: 'user' },
} as const;

/** Serves files whose path changes with their content: browsers keep them for good. */
export function mountAssets(server: FastifyInstance, assets: readonly Asset[]): void {
  for (const { path, contentType, body } of assets) {
    server.get(path, { config: ASSET }, (_request, reply) =>
      reply.header('cache-control', A_YEAR).type(contentType).send(body),
    );
  }
}

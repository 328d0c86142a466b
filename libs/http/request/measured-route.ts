import type { InterfaceKind } from '#libs/metrics';
import type { FastifyRequest } from 'fastify';

/** Whom a request's answer is for. */
export function interfaceOf(request: FastifyRequest, otherwise: InterfaceKind): InterfaceKind {
  const { config } = request.routeOptions;
  return config?.describe?.(request.originalUrl).interface ?? config?.policy?.interface ?? otherwise;
}

/** The name under which a request is measured: its route's pattern, never its address. */
export function routeNameOf(request: FastifyRequest): string {
  const { config, url } = request.routeOptions;
  return config?.describe?.(request.originalUrl).route ?? url ?? 'unmatched';
}

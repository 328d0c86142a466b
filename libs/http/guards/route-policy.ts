import type { InterfaceKind } from '#libs/metrics';
import type { INestApplicationContext } from '@nestjs/common';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ACCESS, CROSS_SITE, INTERFACE, type Access } from './declarations.js';
import type { GuardStrategies } from './route-guard.js';

/** What is declared for one route. */
export interface RoutePolicy {
  readonly access: Access;
  readonly crossSite: boolean;
  readonly interface: InterfaceKind;
}

type Handler = (...args: never[]) => unknown;
type ControllerClass = abstract new (...args: never[]) => object;

interface Route {
  readonly name: string;
  readonly controller: ControllerClass;
  readonly handler: Handler;
}

/**
 * Reads the declarations of every route and hands them to the server. Called before the routes are mounted.
 *
 * @throws naming each handler without a declared guard, or whose guard this app cannot evaluate
 */
export function assertEveryRouteDeclared(
  app: INestApplicationContext,
  strategies: GuardStrategies,
  defaultInterface: InterfaceKind,
): void {
  const problems = routesOf(app).flatMap((route) => {
    const policy = policyOf(route, defaultInterface);
    if (policy === undefined)
      return [`${route.name} declares no guard (@Public, @Person, @Staff or @Client).`];
    const { kind } = policy.access;
    if (kind !== 'public' && strategies[kind] === undefined) {
      return [`${route.name} declares a guard for a ${kind}, which this app does not know how to check.`];
    }
    RouteConfig({ policy })(route.controller, route.name, { value: route.handler });
    return [];
  });
  if (problems.length > 0) throw new Error(problems.join('\n'));
}

const PATH_METADATA = 'path';

function routesOf(app: INestApplicationContext): Route[] {
  const scanner = new MetadataScanner();
  const modules = [...app.get(ModulesContainer).values()];
  const controllers = modules.flatMap((module) =>
    [...module.controllers.values()].map(({ metatype }) => metatype),
  );
  return controllers.filter(isClass).flatMap((controller) => {
    const methods: Record<string, unknown> = controller.prototype;
    return scanner.getAllMethodNames(methods).flatMap((method) => {
      const handler = methods[method];
      if (!isHandler(handler) || !Reflect.hasMetadata(PATH_METADATA, handler)) return [];
      return [{ name: `${controller.name}.${method}`, controller, handler }];
    });
  });
}

function policyOf({ controller, handler }: Route, defaultInterface: InterfaceKind): RoutePolicy | undefined {
  const declared = <T>(key: string): T | undefined =>
    Reflect.getMetadata(key, handler) ?? Reflect.getMetadata(key, controller);
  const access = declared<Access>(ACCESS);
  if (access === undefined) return undefined;
  return {
    access,
    crossSite: declared<boolean>(CROSS_SITE) ?? false,
    interface: declared<InterfaceKind>(INTERFACE) ?? defaultInterface,
  };
}

const isClass = (value: unknown): value is ControllerClass & { prototype: Record<string, unknown> } =>
  typeof value === 'function';

const isHandler = (value: unknown): value is Handler => typeof value === 'function';

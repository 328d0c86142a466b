import { RequestMethod } from '@nestjs/common';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import type { Access, App } from '#libs/http';

export interface DeclaredRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** as it is declared: `/agencies/:number` */
  readonly path: string;
  /** with a value in the place of each parameter */
  readonly url: string;
  /** of staff, or of programs */
  readonly right: string;
}

export type StaffRoute = DeclaredRoute;

/** Every route of the app that demands a right of staff, read from the declarations that the guard reads. */
export const staffRoutes = (app: App): StaffRoute[] => declaredRoutes(app, 'staff');

/** Every route that demands a right of programs. */
export const programRoutes = (app: App): DeclaredRoute[] => declaredRoutes(app, 'client');

function declaredRoutes(app: App, kind: 'staff' | 'client'): DeclaredRoute[] {
  const scanner = new MetadataScanner();
  const controllers = [...app.nest.get(ModulesContainer).values()].flatMap((module) => [
    ...module.controllers.values(),
  ]);
  return controllers.flatMap(({ metatype }) => {
    if (typeof metatype !== 'function') return [];
    const methods: Record<string, unknown> = metatype.prototype;
    return scanner.getAllMethodNames(methods).flatMap((name) => {
      const handler = methods[name];
      if (typeof handler !== 'function') return [];
      const path: string | undefined = Reflect.getMetadata('path', handler);
      const access: Access | undefined =
        Reflect.getMetadata('csam:access', handler) ?? Reflect.getMetadata('csam:access', metatype);
      const right = rightIn(access, kind);
      if (path === undefined || right === undefined) return [];
      const prefix: string = Reflect.getMetadata('path', metatype) ?? '';
      const method = RequestMethod[Reflect.getMetadata('method', handler)] as DeclaredRoute['method'];
      const whole = `/${[prefix, path].join('/')}`.replaceAll(/\/+/g, '/');
      return [{ method, path: whole, url: addressOf(whole), right }];
    });
  });
}

function rightIn(access: Access | undefined, kind: 'staff' | 'client'): string | undefined {
  if (access?.kind === 'staff' && kind === 'staff') return access.right;
  return access?.kind === 'client' && kind === 'client' ? access.scope : undefined;
}

const PARAMETER = /:([a-zA-Z]+)/g;

/** A path with these values in the place of its parameters; `x` where there is none. */
export const addressOf = (path: string, values: Readonly<Record<string, string>> = {}): string =>
  path.replaceAll(PARAMETER, (_whole, name: string) => values[name] ?? 'x');

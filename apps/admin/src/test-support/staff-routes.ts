import { RequestMethod } from '@nestjs/common';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import type { Access, App } from '#libs/http';

export interface StaffRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** as it is declared: `/agencies/:number` */
  readonly path: string;
  /** with a value in the place of each parameter */
  readonly url: string;
  readonly right: string;
}

/** Every route of the app that demands a right of staff, read from the declarations that the guard reads. */
export function staffRoutes(app: App): StaffRoute[] {
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
      if (path === undefined || access?.kind !== 'staff') return [];
      const prefix: string = Reflect.getMetadata('path', metatype) ?? '';
      const method = RequestMethod[Reflect.getMetadata('method', handler)] as StaffRoute['method'];
      const whole = `/${[prefix, path].join('/')}`.replaceAll(/\/+/g, '/');
      return [{ method, path: whole, url: addressOf(whole), right: access.right }];
    });
  });
}

const PARAMETER = /:([a-zA-Z]+)/g;

/** A path with these values in the place of its parameters; `x` where there is none. */
export const addressOf = (path: string, values: Readonly<Record<string, string>> = {}): string =>
  path.replaceAll(PARAMETER, (_whole, name: string) => values[name] ?? 'x');

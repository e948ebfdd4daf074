import 'reflect-metadata';
import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { AppModule, type AppParts } from '../../apps/server/src/app.module.js';

export interface ServedRoute {
  readonly method: 'GET' | 'POST';
  /** With something that is nowhere in place of each parameter. */
  readonly path: string;
}

/** Every route of the program but those of the mailbox in evaluation, as its controllers say, so that none is left out of a test that goes through them all. */
export function servedRoutes(): readonly ServedRoute[] {
  const { controllers = [] } = AppModule.of({ node: {} } as unknown as AppParts);
  return controllers.flatMap((controller) => {
    const members = Object.values(Object.getOwnPropertyDescriptors(controller.prototype as object));
    return members.flatMap(({ value }) => routesOf(controller, value));
  });
}

function routesOf(controller: Type<unknown>, handler: unknown): ServedRoute[] {
  if (typeof handler !== 'function') return [];
  const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
  if (method === undefined) return [];
  const within = [Reflect.getMetadata(PATH_METADATA, controller) as string | string[]].flat();
  const own = [Reflect.getMetadata(PATH_METADATA, handler) as string | string[]].flat();
  return within.flatMap((head) =>
    own.map((tail) => ({ method: method === RequestMethod.POST ? 'POST' : 'GET', path: filledIn(`/${head}/${tail}`) }) as const),
  );
}

const filledIn = (path: string): string =>
  path
    .replaceAll(/\/{2,}/g, '/')
    .replace(/(?<=.)\/$/, '')
    .replaceAll(/:\w+/g, '3f2a8c1e-5b7d-4e90-9a61-2c4d8e6f0b13');

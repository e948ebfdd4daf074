import 'reflect-metadata';
import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { policyKey, type RoutePolicy } from '../../apps/server/src/access/policy.decorator.js';
import { AppModule, type AppParts } from '../../apps/server/src/app.module.js';

export interface ServedRoute {
  readonly method: 'GET' | 'POST';
  /** With something that is nowhere in place of each parameter. */
  readonly path: string;
  /** As its controller says it, with the names of the parameters. */
  readonly pattern: string;
  /** What it says to the policy that it does. */
  readonly policy: RoutePolicy;
}

/**
 * Every route of the program, as its controllers say, so that none is left out of a test that goes through them all.
 * @param evaluation with those of the mailbox; default: without
 */
export function servedRoutes({ evaluation = false } = {}): readonly ServedRoute[] {
  const { controllers = [] } = AppModule.of({ node: {}, mailbox: evaluation ? {} : undefined } as unknown as AppParts);
  return controllers.flatMap((controller) => {
    const members = Object.values(Object.getOwnPropertyDescriptors(controller.prototype as object));
    return members.flatMap(({ value }) => routesOf(controller, value));
  });
}

function routesOf(controller: Type<unknown>, handler: unknown): ServedRoute[] {
  if (typeof handler !== 'function') return [];
  const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
  if (method === undefined) return [];
  const policy = Reflect.getMetadata(policyKey, handler) as RoutePolicy;
  const within = [Reflect.getMetadata(PATH_METADATA, controller) as string | string[]].flat();
  const own = [Reflect.getMetadata(PATH_METADATA, handler) as string | string[]].flat();
  return within.flatMap((head) =>
    own.map((tail) => {
      const pattern = `/${head}/${tail}`.replaceAll(/\/{2,}/g, '/').replace(/(?<=.)\/$/, '');
      return { method: method === RequestMethod.POST ? 'POST' : 'GET', path: filledIn(pattern), pattern, policy } as const;
    }),
  );
}

const filledIn = (pattern: string): string => pattern.replaceAll(/:\w+/g, '3f2a8c1e-5b7d-4e90-9a61-2c4d8e6f0b13');

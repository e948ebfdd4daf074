import 'reflect-metadata';
import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import type { CaseAction } from '#identity';
import { policyKey } from '../../apps/server/src/access/policy.decorator.js';
import { CasesController } from '../../apps/server/src/cases/cases.controller.js';
import { CaseworkController } from '../../apps/server/src/cases/casework.controller.js';
import { PromisesController } from '../../apps/server/src/promises/promises.controller.js';
import { caseRoutes } from './routes.js';

/** A route of one case, with a body that is valid, and what it says to the policy. */
export interface CaseRoute {
  readonly method: string;
  readonly path: string;
  readonly body: object;
  readonly action: CaseAction;
}

const controllers: readonly Type[] = [CasesController, CaseworkController, PromisesController];

/** Every route of the API that is about one case, as the server itself declares it. One without a body to try it with throws. */
export const routesOfCases = (): readonly CaseRoute[] =>
  controllers.flatMap(declaredBy).map(({ method, path, action }) => {
    const known = caseRoutes.find(([verb, at]) => verb === method && at === path);
    if (!known) throw new Error(`${method} ${path} stands in no list of routes`);
    return { method, path, action, body: known[2] };
  });

function declaredBy(controller: Type): Omit<CaseRoute, 'body'>[] {
  const prototype = controller.prototype as Record<string, unknown>;
  const prefix = Reflect.getMetadata(PATH_METADATA, controller) as string;
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler = prototype[name] as object;
    const verb = typeof handler === 'function' ? (Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined) : undefined;
    if (verb === undefined) return [];
    const path = `/${prefix}/${Reflect.getMetadata(PATH_METADATA, handler) as string}`.replace('/api/v1', '').replace(/\/+$/, '');
    if (!path.includes(':caseId')) return [];
    return [{ method: RequestMethod[verb], path, action: Reflect.getMetadata(policyKey, handler) as CaseAction }];
  });
}

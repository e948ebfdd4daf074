import { SetMetadata } from '@nestjs/common';
import type { Action } from '#identity';

export const policyKey = 'synpunkter:policy';

/** What a route does, for the policy: an action, or `open` for what anybody may see (health, start page, sign-in). */
export type RoutePolicy = Action | 'open';

/** Says what a route does. A route that does not say is not served: the program does not start. */
export const Policy = (action: RoutePolicy): MethodDecorator => SetMetadata(policyKey, action);

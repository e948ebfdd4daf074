import { inSwedish } from '../../apps/server/src/pages/language.js';
import { describedRoutes, type Described } from './described-routes.js';
import { servedRoutes, type ServedRoute } from './served-routes.js';

/** By what one shows at a route who one is: a token, the cookie of a sign-in, or the cookie that a receipt code or a mail link has given. */
export type Door = 'token' | 'session' | 'code';

export interface ARoute extends ServedRoute, Described {
  /** As it stands in the table of routes. */
  readonly name: string;
  readonly door: Door;
  readonly ofCase: boolean;
}

/**
 * Every route that is served, with what is said of it.
 * @throws Error if one is not described, is described otherwise, or is not served
 */
export function everyRoute(): readonly ARoute[] {
  const routes = servedRoutes({ evaluation: true }).map(described);
  const served = new Set(routes.map(({ name }) => name));
  const gone = Object.keys(describedRoutes).filter((name) => !served.has(name));
  if (gone.length > 0) throw new Error(`described, but not served: ${gone.join(', ')}`);
  return routes;
}

function described(served: ServedRoute): ARoute {
  const name = `${served.method} ${inSwedish(served.pattern)}`;
  const found = describedRoutes[name];
  if (!found) throw new Error(`${name} is served, and stands in no table of routes`);
  if (found.policy !== served.policy) throw new Error(`${name} is said to be ${found.policy}, and asks for ${served.policy}`);
  return { ...served, ...found, name, door: doorOf(inSwedish(served.pattern)), ofCase: served.pattern.includes(':caseId') };
}

function doorOf(pattern: string): Door {
  if (/^\/(?:api\/v1|health|metrics)(?:\/|$)/.test(pattern)) return 'token';
  return /^\/folj(?:\/|$)/.test(pattern) ? 'code' : 'session';
}
